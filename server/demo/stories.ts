/** An invented dispute. `{estate}` and the like are drawn for each matter; no story is anybody's. */
export type Story = {
  readonly kind: string;
  readonly subject: string;
  readonly story: string;
  readonly request: string;
  /** Who is on the other side. */
  readonly against: 'person' | 'organisation' | 'unknown';
  /** What an organisation on the other side is called; `{firm}` is drawn. */
  readonly firm?: string;
};

export const stories: readonly Story[] = [
  {
    kind: '15',
    subject: '{estate}顶楼漏水，物业半年没有修',
    story:
      '我家住{estate}{block}号楼顶层，从{month}月开始屋面漏水，次卧和厨房的顶棚都起皮了。找物业公司报修了{n}次，每次都说已经登记、等施工队。现在一下雨就要拿盆接水，物业费照样催。',
    request: '尽快把屋面防水做好，修好之前的物业费酌情减免。',
    against: 'organisation',
    firm: '{firm}物业服务有限公司',
  },
  {
    kind: '15',
    subject: '电梯停运{n}天，老人下不了楼',
    story:
      '{estate}{block}号楼的电梯坏了{n}天，楼里有几位七八十岁的老人，看病买菜都下不去。物业说配件要从外地发，又说维修资金要业主签字，两边一直推。',
    request: '先恢复一部电梯运行，并告知维修资金怎么申请。',
    against: 'organisation',
    firm: '{firm}物业服务有限公司',
  },
  {
    kind: '15',
    subject: '公共绿地被划成了停车位',
    story:
      '{estate}{block}号楼前面的一块绿地，上个月被物业铺成了停车位对外出租，没有开过业主大会，也没有公示收支。邻居们反映后，物业的人说是社区同意的，社区说不知道。',
    request: '停止出租，公示收支，恢复绿地。',
    against: 'organisation',
    firm: '{firm}物业服务有限公司',
  },
  {
    kind: '15',
    subject: '地下车库泡水，车辆受损没人管',
    story:
      '{month}月那场大雨，{estate}地下车库进水，{n}辆车被泡。当晚值班室没有人，挡水板也没有放。保险公司只赔一部分，物业说是天灾，不承担责任。',
    request: '赔偿保险以外的修车费{sum}元。',
    against: 'organisation',
    firm: '{firm}物业服务有限公司',
  },
  {
    kind: '02',
    subject: '楼上半夜拖桌子，孩子睡不好',
    story:
      '{estate}{block}号楼，楼上一家夜里十一点以后经常拖桌椅、跑步机也开着，已经{n}个月。我家孩子今年中考，上去敲过几次门，对方说自己在家想怎么走就怎么走，上次还吵了起来。',
    request: '晚上十点以后不要再弄出大的响动，希望有人帮着说和。',
    against: 'person',
  },
  {
    kind: '02',
    subject: '院墙之间的过道被堵',
    story:
      '我家和邻居院墙之间有一条一米多宽的过道，几十年都是两家共用。今年{month}月邻居砌了一道砖墙，说地是他家的，我家三轮车出不去，倒垃圾要绕一大圈。',
    request: '拆掉砖墙，恢复过道，以后怎么用写个协议。',
    against: 'person',
  },
  {
    kind: '02',
    subject: '楼道里堆满纸箱和电动车',
    story:
      '{estate}{block}号楼{n}单元，一楼住户把收来的纸箱、旧家具堆在楼道，还从家里拉线给电动车充电。说过几次都不听，大家担心着火。',
    request: '清理楼道，不要在楼道里充电。',
    against: 'person',
  },
  {
    kind: '02',
    subject: '空调外机对着卧室窗户',
    story:
      '隔壁新装的空调外机离我家卧室窗户不到一米，夜里嗡嗡响，热风直接吹进来。我出钱请师傅看过，可以挪到另一侧，对方嫌麻烦不同意。',
    request: '把外机挪到另一侧，费用可以商量着分担。',
    against: 'person',
  },
  {
    kind: '02',
    subject: '养鸽子的粪便掉在晾的衣服上',
    story:
      '{estate}{block}号楼顶层有人养了几十只鸽子，粪便和羽毛落在下面各家的阳台上，衣服晾不成，夏天味道很大。社区来看过一次，过后还是老样子。',
    request: '减少数量或者换个地方养，定时打扫。',
    against: 'person',
  },
  {
    kind: '10',
    subject: '工地完工{n}个月，工资还没有结清',
    story:
      '我们{n}个人去年在{street}的一处工地做外墙保温，说好干完就结，现在还欠一共{sum}元。包工头的电话有时通有时不通，总包说钱已经拨给劳务公司了。',
    request: '把欠的工资结清。',
    against: 'organisation',
    firm: '{firm}建筑劳务有限公司',
  },
  {
    kind: '10',
    subject: '试用期被辞退，没有给工资单',
    story:
      '我{month}月到一家汽修店上班，说试用期两个月，干了一个半月店里突然说不用来了，只转了一半工资，没有签合同，也没有给工资单。',
    request: '补齐工资，给一个离职证明。',
    against: 'organisation',
    firm: '{firm}汽车服务有限公司',
  },
  {
    kind: '10',
    subject: '饭店拖欠{n}名服务员的工资',
    story:
      '我们在{street}一家饭店做服务员，老板从{month}月起每月只发一部分生活费，说等生意好了补。上周饭店贴了转让的纸，我们怕换了老板就没人认账。',
    request: '在转让前把欠的{sum}元工资付清。',
    against: 'organisation',
    firm: '{firm}餐饮管理有限公司',
  },
  {
    kind: '10',
    subject: '送货时摔伤，公司说不算工伤',
    story:
      '{month}月给超市送货下台阶时摔伤了手腕，住院{n}天。公司交了头两天的押金就不管了，说我没有按路线走，不算工伤，也不肯盖章报工伤。',
    request: '公司配合申请工伤认定，先垫付后续的治疗费。',
    against: 'organisation',
    firm: '{firm}商贸配送有限公司',
  },
  {
    kind: '10',
    subject: '加班费一直没有算',
    story:
      '在厂里做质检{n}年，每周上六天，每天多干一个多小时，一直没有加班费。最近几个同事一起去问，主管说工资里已经含了，可是合同和工资条上都没有写。',
    request: '按规定核算并补发近两年的加班费。',
    against: 'organisation',
    firm: '{firm}机械制造有限公司',
  },
  {
    kind: '12',
    subject: '健身房搬走，年卡不给退',
    story:
      '去年在{street}的健身房办了两年卡，花了{sum}元，才用了{n}个月，门店贴通知说搬到另外一个区，路太远去不了。要求退剩下的钱，店里说只能转让不能退。',
    request: '按没有用的月数退款。',
    against: 'organisation',
    firm: '{firm}健身服务有限公司',
  },
  {
    kind: '12',
    subject: '新买的冰箱修了{n}次还是不制冷',
    story:
      '{month}月在商场买的冰箱，不到三个月就不制冷，厂家上门修了{n}次，每次管几天。商场让找厂家，厂家说再修一次看看，不给换。',
    request: '换一台新的，或者退货。',
    against: 'organisation',
    firm: '{firm}电器销售有限公司',
  },
  {
    kind: '12',
    subject: '装修公司收了定金不开工',
    story:
      '和一家装修公司签了合同，交了{sum}元定金，说好{month}月进场，到现在一直拖，设计师也换了两个。要求退定金，公司说要扣一半的设计费。',
    request: '解除合同，退还定金。',
    against: 'organisation',
    firm: '{firm}装饰工程有限公司',
  },
  {
    kind: '12',
    subject: '培训班停课，剩余课时费难退',
    story:
      '给孩子报的书法班，交了一年的学费{sum}元，上了{n}次课就停了，老师说合伙人撤资。家长群里有二十多户都没有拿到退款。',
    request: '退还没有上的课时费。',
    against: 'organisation',
    firm: '{firm}文化培训有限公司',
  },
  {
    kind: '12',
    subject: '二手车里程数和合同不一样',
    story:
      '在{street}的车行买了一辆二手车，合同写六万公里，保养时查出来实际十三万公里。车行说车是收来的他们也不知道，只同意送两次保养。',
    request: '退车退款，或者退差价{sum}元。',
    against: 'organisation',
    firm: '{firm}二手车经纪有限公司',
  },
  {
    kind: '04',
    subject: '房东提前收房，押金不退',
    story:
      '我租的房子合同到明年，房东说要卖房让这个月搬走。我同意搬，但要退押金和剩下{n}个月的房租，一共{sum}元，房东说墙面有划痕不退押金。',
    request: '退还押金和剩余房租。',
    against: 'person',
  },
  {
    kind: '04',
    subject: '借给熟人的钱到期不还',
    story:
      '前年借给一个熟人{sum}元周转，打了借条，说好一年还。到期后他先还了一小部分，后来说生意赔了，电话也不爱接。想先调解，不想撕破脸。',
    request: '商量一个分期还款的办法，写清楚。',
    against: 'person',
  },
  {
    kind: '04',
    subject: '门面房转让费说好的又变',
    story:
      '在{street}接手一间门面房，口头说好转让费{sum}元，付了一半之后，对方说房东涨租，转让费也要涨，不然不交钥匙。我已经订了货架。',
    request: '按原来说好的价钱办，或者退还已付的钱。',
    against: 'person',
  },
  {
    kind: '05',
    subject: '买的种薯出苗率低，减产严重',
    story:
      '春天从种子经销点买了种薯，种了{n}亩，出苗不到六成，左邻右舍别家的都正常。去找经销点，说是今年天气的原因，可以便宜卖给我一批化肥。',
    request: '鉴定种薯质量，赔偿减产的损失。',
    against: 'organisation',
    firm: '{firm}农业科技有限公司',
  },
  {
    kind: '05',
    subject: '合伙开的修理铺账目不清',
    story:
      '和朋友合伙开修理铺{n}年，账一直由他管。最近要散伙，他说一直亏，我看流水不像。设备和押金怎么分也谈不拢。',
    request: '把账对清楚，按出资分设备和押金。',
    against: 'person',
  },
  {
    kind: '01',
    subject: '离婚后探望孩子总被推脱',
    story:
      '离婚协议上写每两周可以接孩子一天，可是最近{n}个月对方总说孩子要补课、生病，不让见，打电话也不让孩子接。我按月给抚养费，没有断过。',
    request: '把探望的时间地点重新说定。',
    against: 'person',
  },
  {
    kind: '01',
    subject: '兄弟几个为老人赡养费争执',
    story:
      '母亲八十二岁，一直跟我住。弟兄{n}个说好每月各出一份赡养费，有两家从{month}月起就不给了，说老人的退休金够花。母亲听见吵架就掉眼泪。',
    request: '把赡养费和轮流照看的事定下来。',
    against: 'person',
  },
  {
    kind: '01',
    subject: '老房子怎么分，姐妹说法不一',
    story:
      '父母留下一套老房子，生前说过留给照顾他们的小女儿，没有写遗嘱。现在姐妹{n}人意见不一样，有的要卖了平分，有的说应当按照顾多少来分。',
    request: '在亲戚面前把话说开，分一个大家都能接受的办法。',
    against: 'person',
  },
  {
    kind: '01',
    subject: '吵架时动了手，想分开住一段',
    story:
      '两口子为钱的事吵了好几个月，{month}月他喝了酒推了我，胳膊青了一片，孩子也吓着了。他清醒后认错，可是我害怕再来一次，想先分开住，把孩子上学和开销说清楚。',
    request: '先分开居住，孩子的费用怎么出写下来。',
    against: 'person',
  },
  {
    kind: '03',
    subject: '新房交付后窗户关不严',
    story:
      '{estate}交房时验收，{n}扇窗户关不严，卫生间地漏反水，开发商登记了说一个月内整改，现在过去{n}个月，只换了两根胶条。',
    request: '全部整改合格，逾期的按合同赔偿。',
    against: 'organisation',
    firm: '{firm}房地产开发有限公司',
  },
  {
    kind: '03',
    subject: '翻建老宅，邻居说挡了采光',
    story:
      '我家老宅翻建，手续都办了，比原来高出半米。后院邻居说挡了他家的采光，拦着工人不让干，材料堆了{n}天。',
    request: '请人现场量一量，到底挡不挡，怎么改。',
    against: 'person',
  },
  {
    kind: '03',
    subject: '办房产证资料卡了两年',
    story:
      '{estate}的房子住了两年，开发商一直没有把资料交齐，业主办不了证，孩子上学登记也受影响。每次去问都说快了。',
    request: '给一个明确的时间，把办证资料交齐。',
    against: 'organisation',
    firm: '{firm}房地产开发有限公司',
  },
  {
    kind: '06',
    subject: '遛狗没拴绳，老人被扑倒',
    story:
      '{month}月早上我母亲在{street}散步，一条没拴绳的大狗扑过来，老人摔倒手腕骨裂。狗主人当时付了检查费，后来的手术和护理费{sum}元就不接电话了。',
    request: '赔偿医药费和护理费。',
    against: 'person',
  },
  {
    kind: '06',
    subject: '健身器材松动砸伤孩子的脚',
    story:
      '{estate}里的健身器材松了一个多月，业主群里有人反映过，没有人修。{month}月我家孩子玩的时候被砸伤脚趾，缝了{n}针。物业和社区都说不归自己管。',
    request: '说清楚谁负责维护，赔偿医药费。',
    against: 'organisation',
    firm: '{firm}物业服务有限公司',
  },
  {
    kind: '07',
    subject: '两家承包地的地界对不上',
    story:
      '我家和西边一家的承包地挨着，中间原来有一道埂，前年平整土地以后埂没有了。今年春播发现对方多种过来{n}垄，拿确权证去比，两张图也对不上。',
    request: '按确权图重新量，埋上界桩。',
    against: 'person',
  },
  {
    kind: '07',
    subject: '草场围栏被拆，牲畜进来吃草',
    story:
      '冬天我家草场的围栏被拆开一段，邻户的{n}十多只羊进来吃了几天草。找他说，他说围栏本来就占了他家的地方。',
    request: '确认草场的界线，修好围栏，赔一点草料。',
    against: 'person',
  },
  {
    kind: '08',
    subject: '征地青苗补偿漏算了一块地',
    story:
      '修路占了我家的地，公示的面积里少了靠渠边的一小块，大约{n}分。去年种的是玉米，青苗费也没有算进去。问过村里，说是测量的时候漏了。',
    request: '重新核对面积，把漏的补上。',
    against: 'organisation',
    firm: '{firm}征收服务有限公司',
  },
  {
    kind: '09',
    subject: '烧烤店油烟熏得不敢开窗',
    story:
      '{estate}{block}号楼一层新开的烧烤店，烟道出口正对着楼上的窗户，从下午熏到后半夜。打过几次电话，检查的时候关火，人走了又点上。',
    request: '把烟道改到楼顶，装净化设备。',
    against: 'organisation',
    firm: '{firm}餐饮管理有限公司',
  },
  {
    kind: '09',
    subject: '加工点夜里切割，粉尘和噪声都大',
    story:
      '{street}后面一个石材加工点，白天不干夜里干，切割声能传到三条街，窗台上一层白灰。周围几十户都受影响。',
    request: '夜间停止切割，加装除尘设备。',
    against: 'organisation',
    firm: '{firm}石材加工有限公司',
  },
  {
    kind: '11',
    subject: '参团旅游行程缩水，多进了两家店',
    story:
      '报了一个四日游，合同上写不进店。到了当地，导游带着进了两家店，每家停了两个小时，有一个景点没有去成。回来找旅行社，只肯退{n}百元。',
    request: '按合同退还没有去的景点费用并赔偿。',
    against: 'organisation',
    firm: '{firm}国际旅行社有限公司',
  },
  {
    kind: '13',
    subject: '补牙之后一直疼，诊所让再等等',
    story:
      '{month}月在一家口腔诊所补了两颗牙，花了{sum}元，回来以后一直疼，吃不了东西。去复查了{n}次，每次都说正常，到别的医院看，说牙根发炎要重新治。',
    request: '退还费用，承担重新治疗的钱。',
    against: 'organisation',
    firm: '{firm}口腔诊所有限公司',
  },
  {
    kind: '13',
    subject: '住院费用清单有几项对不上',
    story:
      '父亲住院{n}天，出院时的费用清单里有几项检查没有做过，护理的天数也多了两天。问护士站让找收费处，收费处让找科里。',
    request: '把费用逐项核对清楚，多收的退回。',
    against: 'organisation',
    firm: '{firm}医院管理有限公司',
  },
  {
    kind: '14',
    subject: '电动车被撞，误工费谈不拢',
    story:
      '{month}月骑电动车在{street}路口被一辆轿车刮倒，交警认定对方主要责任。医药费保险赔了，误工费和修车费一共{sum}元，对方说太多，一直谈不下来。',
    request: '就误工费和修车费达成一个数。',
    against: 'person',
  },
  {
    kind: '14',
    subject: '公交车急刹摔伤，保险迟迟不赔',
    story:
      '坐公交车时急刹车，我从座位上摔下来，腰椎压缩性骨折，住院{n}天。公司垫付了住院费，后面的康复费说要等保险，等了四个月没有消息。',
    request: '催办保险赔付，先支付康复费用。',
    against: 'organisation',
    firm: '{firm}公共交通有限公司',
  },
  {
    kind: '16',
    subject: '店招被指侵权，要求赔偿{sum}元',
    story:
      '我开的小面馆用了{n}年的招牌，最近有人拿着商标证找上门，说我侵权，要赔偿还要摘牌子。我用这个名字在他注册之前，有老照片和进货单。',
    request: '请懂行的人看看材料，双方坐下来谈。',
    against: 'organisation',
    firm: '{firm}品牌管理有限公司',
  },
  {
    kind: '17',
    subject: '网购奶粉临期，商家只退一半',
    story:
      '在网上买了{n}罐奶粉，到货一看离过期不到一个月，页面上没有写。商家说临期是活动价，只同意退一半，平台客服让我们自己协商。',
    request: '全额退款。',
    against: 'organisation',
    firm: '{firm}电子商务有限公司',
  },
  {
    kind: '17',
    subject: '直播间买的手镯和描述不符',
    story:
      '在直播间花{sum}元买了一只手镯，说是天然的，送去检测是处理过的。要求退货，主播说拆封了不能退，把我拉黑了。',
    request: '退货退款，承担检测费。',
    against: 'organisation',
    firm: '{firm}文化传媒有限公司',
  },
  {
    kind: '99',
    subject: '村口路灯坏了{n}个月',
    story:
      '从村口到学校的路上有{n}盏路灯坏了几个月，孩子下晚自习要走这段路，冬天五点多就黑了。问过村里和镇里，说维护的合同到期了还没有续。',
    request: '先把坏的几盏修好。',
    against: 'unknown',
  },
  {
    kind: '99',
    subject: '早市占道，救护车进不来',
    story:
      '{street}的早市摊位摆到了路中间，上个月救护车进来接人堵了二十分钟。附近居民离不开早市，只是希望留出一条通道。',
    request: '划线经营，留出消防和救护通道。',
    against: 'unknown',
  },
];

/** What is drawn into the stories. None of these places and firms exists under this name. */
export const storyWords: Readonly<Record<string, readonly string[]>> = {
  estate: [
    '锦绣园',
    '惠民新村',
    '青松里',
    '和顺家园',
    '春晖苑',
    '鹿鸣小区',
    '北辰花园',
    '丰泽里',
    '安居苑',
    '望湖家园',
    '石榴园',
    '铁东新居',
  ],
  street: ['文化路', '建安街', '迎春巷', '光明路', '友爱街', '富源路', '朝晖街', '新民路'],
  block: ['2', '3', '5', '7', '9', '11', '12', '16', '18'],
  month: ['一', '三', '四', '五', '六', '七', '八', '九', '十'],
  n: ['两', '三', '四', '五', '六', '七'],
  sum: ['860', '1200', '2400', '3600', '4800', '6500', '9800', '12000', '18000', '26000', '42000'],
  firm: ['安泰', '鸿运', '瑞丰', '金桥', '恒信', '明达', '天成', '远航', '顺和', '同心'],
};
