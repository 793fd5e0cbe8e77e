import { englishMonths } from '#domain/roadmap/english-months.ts';

/** From Sunday on. */
export const weekdays = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  zhLong: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  enLong: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

export const months = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  enLong: englishMonths,
} as const;
