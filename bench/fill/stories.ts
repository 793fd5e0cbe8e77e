/** Invented sentences of which the bench's matters are put together, so that words meet as they do in real ones. */
const where = [
  '小区顶楼',
  '单元门口',
  '地下车库',
  '临街商铺',
  '幼儿园旁',
  '菜市场后面',
  '河边步道',
  '老旧院落',
  '工地对面',
  '三号楼',
];
const what = [
  '屋面漏水',
  '管道堵塞',
  '电梯常停',
  '路灯不亮',
  '噪声扰民',
  '油烟外排',
  '占道停车',
  '围墙开裂',
  '垃圾堆放',
  '楼板渗水',
];
const since = ['半年', '三个月', '一年多', '两周', '入冬以来', '去年夏天', '搬来之后', '换物业之后'];
const who = ['物业公司', '开发企业', '施工队', '承租人', '邻居', '商户', '包工头', '中介机构'];
const then = [
  '一直没有修',
  '只来看过一次',
  '说要等通知',
  '互相推托',
  '拖欠工资不给',
  '不退押金',
  '要求另外交费',
  '拒绝赔偿损失',
  '合同约定不算数',
  '把门锁换了',
];
const wish = [
  '停交物业费',
  '报过警',
  '找过居委会',
  '请了律师',
  '在门口争吵',
  '写过承诺书',
  '想一次说清楚',
  '愿意坐下来谈',
];

/** Story number n; the same number gives the same story. */
export function storyOf(n: number): string {
  const of = (list: readonly string[], stride: number): string =>
    list[Math.floor(n / stride) % list.length] ?? '';
  return `${of(where, 1)}${of(what, 10)}${of(since, 7)}，${of(who, 3)}${of(then, 13)}，业主${of(wish, 29)}，希望调解。`;
}

/** How many different ones there are to cut into words. */
export const storiesInAll = 2000;
