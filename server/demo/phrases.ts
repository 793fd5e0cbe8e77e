import type { RecordedOutcome, Remedy, StepKind } from '#domain/matters/vocabulary.ts';

/** What the invented staff write into the file; fit for any dispute. */
export const logPhrases: readonly { readonly kind: StepKind; readonly text: string }[] = [
  { kind: 'phone', text: '电话联系申请人，核对了时间和经过，约好下周一带材料来中心。' },
  { kind: 'phone', text: '电话联系被申请人，对方愿意坐下来谈，希望安排在周末。' },
  { kind: 'phone', text: '再次联系被申请人，说明调解自愿，对方答应考虑两天后回话。' },
  { kind: 'visit', text: '与网格员一同上门查看，拍了照片，双方对现场情况没有异议。' },
  { kind: 'visit', text: '到现场走访了三户邻居，说法与申请人反映的基本一致。' },
  { kind: 'meeting', text: '组织双方第一次面谈，各自说了想法，差距还在费用上，约定再谈一次。' },
  { kind: 'meeting', text: '第二次面谈，双方同意请第三方先核一个数，再商量怎么分担。' },
  { kind: 'inspection', text: '请专业人员现场查看，初步判断原因，书面意见三日内出具。' },
  { kind: 'letter', text: '向被申请人发出协商函，附上申请人提交的材料目录。' },
  { kind: 'note', text: '查阅了相关规定和以往类似处理，拟了两个方案供双方选择。' },
];

export const returnPhrases: readonly string[] = [
  '经核，该事项主要涉及其他部门职责，建议转有管辖权的部门办理。',
  '所反映的地点不在我单位管理范围，退回重新分流。',
  '该争议已有专门的行业调解组织，建议转交其先行调解。',
];

export const decidePhrases: readonly string[] = [
  '双方单位意见不一，按职责分工由该单位牵头办理，另一方配合提供材料。',
  '按首次接触的部门负责到底的原则，由该单位办理。',
];

export const acceptNotes: readonly string[] = [
  '材料齐全，予以受理。',
  '已电话告知申请人受理，并说明后续步骤。',
  '属于本中心受理范围。',
];
export const routeNotes: readonly string[] = [
  '请先联系申请人，三个工作日内见面。',
  '申请人行动不便，请上门。',
  '请一并核实此前的报修记录。',
];

export const outcomePhrases: Readonly<Record<RecordedOutcome, readonly string[]>> = {
  settled: [
    '双方达成一致：被申请人十五日内完成整改，申请人在整改完成后撤回其他要求，已签书面协议。',
    '双方达成一致：分三期付清，首期当场给付，其余按月转账，已签书面协议。',
    '双方互相道歉，约定了今后的相处办法，已签书面协议。',
  ],
  'partly-settled': ['就主要部分达成一致并当场履行，其余金额双方同意另行核算后再谈。'],
  'not-settled': ['经两次调解差距仍大，双方均不愿再让，已告知其他合法途径。'],
  withdrawn: ['双方已自行和解，申请人书面撤回。'],
  'referred-out': ['按规定转交有管辖权的机构办理，已告知申请人。'],
};

export const remediesTold: readonly Remedy[] = ['arbitration', 'litigation', 'legal-aid'];

export const answerPhrases: readonly string[] = [
  '您反映的事项已办理完毕，协议约定的内容对方正在履行，如有变化请随时与我们联系。',
  '经调解，双方已达成一致，协议书您已收到一份；履行中有问题可以凭受理编号来中心。',
  '经核实并协调，处理结果已当面向您说明，您对其他途径的疑问也已解答。',
];

export const satisfiedPhrases: readonly string[] = [
  '已经办好了，满意。',
  '比预想的快，谢谢调解员。',
  '对方已按协议付了第一笔，满意。',
];
export const unsatisfiedPhrases: readonly string[] = [
  '说好的时间过了还没有来修，不满意。',
  '只付了一半，剩下的又往后拖。',
];
export const notReachedPhrases: readonly string[] = [
  '电话无人接听。',
  '电话关机，已发短信。',
  '接通后说在开会，改日再打。',
];
export const closeNotes: readonly string[] = ['材料已整理归档。', '协议已履行完毕，归档。'];
export const reopenPhrases: readonly string[] = [
  '申请人反映约定的维修只做了一半，对方不再接电话。',
  '分期付款第二期逾期未付，申请人要求继续处理。',
];
export const suspendPhrases: readonly string[] = [
  '等房屋安全鉴定机构出具意见，双方同意收到后再谈。',
  '被申请人住院治疗，家属说出院后可以到场。',
  '等银行调取流水，对方单位已函告需要两周。',
];
export const transferPhrases: readonly string[] = [
  '核实后主要争议不在本单位职责范围，转由对口单位继续办理。',
  '双方对事实没有分歧，剩下的问题需要对口单位处理。',
];
export const escalatePhrases: readonly string[] = [
  '涉及两个旗县区的单位，需要市级中心统筹。',
  '同一公司在多个旗县区有同样的争议，建议市级中心一并处理。',
];
export const correctedRequests: readonly string[] = [
  '按合同约定的时间办好，并赔偿已经造成的损失。',
  '先停下来，双方到现场看一次再商量。',
];
export const declinePhrases: readonly string[] = [
  '该争议已由人民法院立案审理，依法不再受理。',
  '所反映事项属于仲裁前置，已告知申请劳动仲裁的办法。',
];
export const withdrawPhrases: readonly string[] = [
  '双方已自行和解，申请人到窗口撤回。',
  '申请人来电表示不再需要处理。',
];
export const reviewPhrases: readonly string[] = [
  '双方已分开居住，情况稳定，继续关注。',
  '已与本人联系，目前安全，安全安排不变。',
];

export const askPhrases: readonly string[] = [
  '请核实该单位的备案和缴费记录，函告结果。',
  '请派员一同到现场查看，并就责任划分提出意见。',
  '请核对双方此前签订的协议是否有效，给出法律意见。',
];
export const assistPhrases: readonly string[] = [
  '已核实，记录属实，复印件随函附上。',
  '已到现场查看，责任主要在管道老化，建议共同承担维修费用。',
  '协议有效，但约定的期限已过，建议重新签订。',
];

export const choicePhrases: readonly string[] = [
  '双方都说先坐下来谈，谈不成再说。',
  '申请人不想打官司，被申请人也愿意请调解员来。',
];
