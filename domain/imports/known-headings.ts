import { cleanHeading } from './clean-cell.ts';
import type { ImportField } from './read-row.ts';

/** What ledgers call the columns, the likeliest word first. */
const headings: Readonly<Record<ImportField, RegExp>> = {
  sourceNumber:
    /^(留言|信访|事项|案件|登记|受理|工单|诉求|来信|档案|调解)?(编号|案号|单号|件号|序号|号码)$|^No\.?$/i,
  registeredAt:
    /^(留言|登记|来访|受理|提交|反映|来信|信访|申请|发生|立案|收件)(时间|日期|年月日)$|^(时间|日期)$/,
  subject: /^(留言|信访|事项|诉求|案件|纠纷)?(主题|标题|题目|名称|概要|摘要)$|^事由$/,
  story:
    /^(留言|信访|事项|诉求|纠纷|案件|反映|主要|来访)?(详情|内容|简况|情况|经过|问题|描述)$|^(简要|基本)情况$|^(反映|诉求)事项$|^(纠纷|矛盾)简要情况$|^诉求$/,
  answer: /^(答复|处理|办理|调处|调解|化解|办结|回复)(意见|结果|情况|内容)$|^(答复|回复|结果)$/,
  answeredAt: /^(答复|办结|回复|办理|结案|处理|调解|调处|完成|化解)(时间|日期)$/,
  kind: /^(事项|纠纷|矛盾|信访|诉求|问题|案件|矛盾纠纷|内容)?(类别|类型|分类|种类)$/,
  region:
    /^(所属|所在|发生|属地|责任)?(地区|区域|街道|镇街|苏木|乡镇|乡镇街道|属地|地点|辖区|行政区划|街道\(镇\))$/,
};

/** The field that a heading most likely means. The lower part of a two-line heading speaks for it. */
export function fieldOfHeading(heading: string): ImportField | null {
  const whole = cleanHeading(heading);
  for (const name of [whole.replaceAll('·', ''), whole.split('·').at(-1) ?? whole]) {
    for (const [field, pattern] of Object.entries(headings) as [ImportField, RegExp][])
      if (pattern.test(name)) return field;
  }
  return null;
}

/** Draws a map from the headings alone: each field gets the first column that means it. */
export function suggestColumns(all: readonly string[]): Partial<Record<ImportField, string>> {
  const columns: Partial<Record<ImportField, string>> = {};
  for (const heading of all) {
    const field = fieldOfHeading(heading);
    if (field !== null && columns[field] === undefined) columns[field] = heading;
  }
  return columns;
}
