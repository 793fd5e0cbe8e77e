export const chineseFirst =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, sans-serif';
export const fixedWidth = '"SF Mono", Consolas, "Noto Sans Mono CJK SC", "DejaVu Sans Mono", monospace';
