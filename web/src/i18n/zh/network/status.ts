import type { MessagesLike } from '../../en';
import type { status as inEnglish } from '../../en/network/status';

export const status: MessagesLike<typeof inEnglish> = {
  running: '正在训练。',
  pausedAt: (epochs, results) => `已在第 ${epochs} 轮暂停。${results}`,
  wasReset: '已回到初始权重。',
  restarted: (steps) => `计算曾经中断，现已重新启动，退回了 ${steps} 步。`,
  refused: '这个网络无法训练。',
  stillBefore: '图中显示的仍是之前的网络。',
  together: (before: string, after: string) => `${before}${after}`,
  weightCount: (count) => `${count} 个数`,
};
