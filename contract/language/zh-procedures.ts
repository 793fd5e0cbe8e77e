/** How a city's procedures are read as a table, in Chinese. */
export const procedureHolders = {
  office: '本地单位办理，全程登记',
  outside: '外部机构办理，登记编号、日期和结果',
  step: '内部环节',
} as const;

export const countingRules = {
  'not-counted next-working-day': '开始当日不计，末日是节假日的顺延',
  'not-counted stays': '开始当日不计，末日是节假日的不顺延',
  'counted next-working-day': '开始当日计入，末日是节假日的顺延',
  'counted stays': '开始当日计入，末日是节假日的不顺延',
} as const;

export const versionStandings = { 'in-force': '现行', upcoming: '尚未施行', earlier: '以前的' } as const;
