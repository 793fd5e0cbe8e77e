import { toHalfWidth } from '../parties/identifier-text.ts';
import { cleanHeading } from './clean-cell.ts';
import type { ImportField } from './read-row.ts';

/** Of what a column tells, up to three together: 矛盾纠纷基本, 反映的主要. */
const about =
  '(留言|信访|来访|来信|来电|投诉|举报|反映|诉求|事项|纠纷|矛盾|案件|案情|事件|事情|问题|主要|基本|具体|简要|的){0,3}';
const taken =
  '(留言|信访|来访|接访|来信|来电|来文|投诉|举报|反映|登记|受理|接待|收到|收件|申请|提交|立案|报案|排查|发现|上报|交办|转办|纠纷|矛盾|事件|案件|发生){0,3}';
const dealtWith = '(答复|处理|办理|调处|调解|化解|办结|回复|处置|落实|结案|完成|成功)';

/** What ledgers call the columns; in English, what our own exports do. */
const headings: Readonly<Record<ImportField, RegExp>> = {
  sourceNumber:
    /^(留言|信访|事项|案件|登记|受理|工单|诉求|来信|来访|档案|调解|案卷|卷宗|交办|投诉|纠纷|件){0,3}(编号|案号|单号|件号|序号|号码|卷号|流水号|号)$|^(No\.?|code)$/i,
  registeredAt: new RegExp(`^${taken}(时间|日期|年月日)$|^registered at$`, 'i'),
  subject:
    /^(留言|信访|来访|事项|诉求|案件|纠纷|矛盾|反映|投诉|事件){0,2}(主题|标题|题目|名称|概要|摘要|事由)$|^subject$/i,
  story: new RegExp(
    `^${about}(详情|内容|简况|情况|经过|问题|描述|概况|简介|事实|案情|诉求)$|^案情摘要$|^(信访|反映|诉求|投诉)的?事项$|^story$`,
    'i',
  ),
  answer: new RegExp(
    `^${dealtWith}{1,2}(意见|结果|情况|内容)(及(答复|回复)(意见|情况)?)?$|^(答复|回复|结果|answer)$`,
    'i',
  ),
  answeredAt: new RegExp(`^${dealtWith}{1,2}(时间|日期)$|^answered at$`, 'i'),
  kind: /^(事项|纠纷|矛盾|信访|诉求|问题|案件|内容|事件|工单|投诉){0,2}(类别|类型|分类|种类)$|^(案由|kind)$/i,
  // Villages and communities are not among a city's regions: such a column would be nothing but doubts.
  region:
    /^(所属|所在|发生|属地|责任)?(地区|区域|街道|镇街|街镇|苏木|苏木镇|苏木乡镇|乡镇|乡镇街道|镇街道|街道镇|乡镇苏木|属地|地点|辖区|行政区划)$|^region$/i,
};

/** A number that begins anew on every sheet names a row less well than one of its own does. */
const isRunningNumber = (heading: string): boolean => /序号$|^No\.?$/i.test(heading);

/** The field that a heading most likely means. The lower part of a two-line heading speaks for it. */
export function fieldOfHeading(heading: string): ImportField | null {
  const whole = toHalfWidth(cleanHeading(heading)).replace(/[()/、]/g, '');
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
    if (field === null) continue;
    const before = columns[field];
    const isBetter =
      before === undefined ||
      (field === 'sourceNumber' && isRunningNumber(before) && !isRunningNumber(heading));
    if (isBetter) columns[field] = heading;
  }
  return columns;
}
