import type { Messages } from '../en';

export const common: Messages['common'] = {
  close: '关闭',
  dismiss: '知道了',
  copy: '复制',
  copied: '已复制',
  copyFailed: '复制失败，请手动选中文本再复制。',
  reset: '重置',
  cancel: '取消',
  retry: '重试',
  loading: '正在加载计算核心……',
  notANumber: '这不是一个数。',
  outOfRange: (minimum, maximum) => `请输入 ${minimum} 到 ${maximum} 之间的数。`,
  notAnInteger: '请输入整数。',
  valueOf: (label) => `${label}的值`,
  failureTitle: '计算核心没有启动',
  failureNoWebAssembly: '当前浏览器不支持 WebAssembly，或者它被禁用了。2021 年以后发布的浏览器都支持。',
  failureNoSimd:
    '当前浏览器支持 WebAssembly，但缺少其中的 SIMD 指令。请使用 Chrome 91、Firefox 89、Safari 16.4 或更新的版本。',
  failureLoad: '文件 activation-lab.wasm 下载或启动失败。请检查网络后重试。',
  partMissing: '页面有一部分没有加载成功。',
  reload: '重新加载页面',
  technicalDetail: '技术细节',
  problemsTitle: '链接中有一部分内容无法使用',
  problem: (key, value) => `${key} 不能取“${value}”。`,
  problemNewer: '这个链接来自更新版本的页面，这里只恢复了能识别的部分。',
  problemMore: (count) => `……另外还有 ${count} 处。`,
};
