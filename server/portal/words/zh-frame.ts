export const frame = {
  service: '矛盾纠纷反映与查询',
  owner: '{city}综治中心',
  skip: '跳到正文',
  home: '首页',
  switch: 'English',
  'switch-label': 'Switch to English',
  back: '返回上一页',
  demo: '演示：单位和人物都是虚构的，请不要填写真实的个人信息。',
  help: '去哪里、怎么解决',
  'ask-line': '不清楚的，可拨打 {phone}。',
  danger: '有人正处在危险中，请立即拨打 110（报警）或 120（急救）。',
  'footer-label': '页脚',
} as const;

/** What the parts of a form say. */
export const form = {
  'error-prefix': '错误：',
  'error-title': '有地方需要改一改',
  optional: '选填',
  restored: '已恢复您上次在这一页写的、还没有提交的内容。',
  continue: '继续',
  change: '修改',
  'change-what': '修改：{what}',
  'not-given': '没有填写',
  'characters-left': '还可以写 {count} 个字',
  'characters-over': '超出 {count} 个字',
  progress: '第 {step} 步，共 {all} 步',
} as const;

export const home = {
  title: '您有什么事？',
  lead: '有矛盾纠纷或者诉求，可以在这里反映，不用跑路。调解自愿，人民调解不收费。',
  bring: '反映一件事',
  'bring-hint': '把发生的事告诉综治中心，可以不留姓名。大约 10 分钟。',
  follow: '查办到哪一步',
  'follow-hint': '用编号和查询密码，看现在由谁办、还有几天、接下来做什么。',
  help: '去哪里、怎么解决',
  'help-hint': '各中心的地址和时间，各类纠纷可以走的路，要带什么，您有哪些权利。',
} as const;

/** What to do when a page could not be shown, by status. */
export const problems = {
  'status-403': '请回到本站的页面，再试一次。',
  'status-404': '网址可能写错了，或者这一页已经没有了。请从首页重新进入。',
  'status-413': '请减少内容，或者把文件缩小后再试。',
  'status-415': '请用本站的页面来填写。',
  'status-422': '请返回上一页，改好以后再提交。',
  'status-429': '您填写的内容没有丢。请等一等，再返回上一页重试。',
  'status-503': '请过一会儿再试。急的话，可以拨打下面的电话。',
  'status-507': '您填写的内容没有存上。请过些时候再试；急的话，可以拨打下面的电话。',
  other: '请返回上一页再试一次。还是不行的话，可以拨打下面的电话。',
} as const;
