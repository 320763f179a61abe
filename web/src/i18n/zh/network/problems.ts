import type { MessagesLike } from '../../en';
import type { problems as inEnglish } from '../../en/network/problems';

export const problems: MessagesLike<typeof inEnglish> = {
  problems: {
    at: (place: string, problem: string) => `${place}：${problem}`,
    and: '，',
    atLine: (line: number) => `第 ${line} 行`,
    atColumn: (column: number) => `第 ${column} 列`,
    more: (count: number) => `另有 ${count} 个问题。`,
    unexpected: (reason: string) => `出现了意外情况（${reason}）。`,
    codes: {
      'load-failed': '数值计算核心无法加载。',
      crashed: '计算所需的内存已经用完。',
      'too-large': '需要的内存超出了上限。',
      disposed: '计算已经结束。',
    },
    syntax: '这不是实验台的文件。',
    version: (newest: string) => `文件由更新的版本生成；当前版本最多能读第 ${newest} 版。`,
    missing: '这里缺少内容。',
    wrong_type: '这里的类型不对。',
    unknown: '没有这一项。',
    out_of_range: (minimum: string, maximum: string) => `应在 ${minimum} 到 ${maximum} 之间。`,
    incompatible: '与其余设置不相容。',
    too_large: (needed: string, most: string) => `需要 ${needed} 内存，上限是 ${most}。`,
    no_rows: '没有数据行。',
    too_many_rows: (most: string) => `超过了 ${most} 行。`,
    too_few_columns: (least: string) => `至少要有 ${least} 列：一列输入和一列目标。`,
    too_many_columns: (most: string) => `超过了 ${most} 列。`,
    uneven_row: (fields: string) => `这一行的字段数与第一行的 ${fields} 个不同。`,
    unclosed_quote: '这里的引号没有结束。',
    text_after_quote: '结束引号之后还有内容。',
    missing_value: '这个字段是空的。',
    not_a_number: '这不是数字。',
    number_too_large: '这个数太大了。',
    too_many_classes: (most: string) => `类别超过了 ${most} 个。`,
    no_such_column: (columns: string) => `一共只有 ${columns} 列。`,
  },
};
