import { registerMessages } from '@qingheng/platform';

export const refuse = registerMessages({
  UNKNOWN_KIND: { status: 422, zh: '没有资产类别 {kind}', en: 'There is no kind of asset {kind}' },
  OPERATION_NOT_ALLOWED: {
    status: 422,
    zh: '{kind} 不能办理 {operation}；可办理：{allowed}',
    en: '{kind} cannot be used for {operation}; allowed: {allowed}',
  },
  OPERATION_NEEDS: {
    status: 422,
    zh: '办理 {operation} 须填 {field}',
    en: 'The field {field} is needed for {operation}',
  },
  OPERATION_ROLE: {
    status: 403,
    zh: '您的角色不能{step} {operation}；应由：{roles}',
    en: 'Your role may not {step} {operation}; it takes: {roles}',
  },
  HOLDER_NOT_YOURS: {
    status: 403,
    zh: '不能为其他单位办理此业务',
    en: 'This cannot be done for another organisation',
  },
  OPERATION_ENDED: { status: 409, zh: '该业务已是“{status}”状态', en: 'The operation is already {status}' },
  NOT_A_HOLD_HERE: {
    status: 422,
    zh: '冻结 {hold} 不在该户的 {purpose} 账户',
    en: 'The hold {hold} is not on the {purpose} account of this holder',
  },
  NO_OBLIGATION: {
    status: 422,
    zh: '{year} 年度没有登记履约义务，不能清缴；先登记经核查的排放量',
    en: 'No obligation is recorded for {year}, so nothing can be surrendered; record the verified emissions first',
  },
  NO_COMPLIANCE_RULE: { status: 422, zh: '{year} 年度没有清缴规则', en: 'There is no compliance rule for {year}' },
  VINTAGE_NOT_ELIGIBLE: {
    status: 422,
    zh: '{asset} 的年份不能用于 {year} 年度清缴；可用：{vintages}',
    en: 'The vintage of {asset} does not count for {year}; eligible: {vintages}',
  },
  OFFSET_OVER_LIMIT: {
    status: 422,
    zh: '抵销不得超过应清缴量的 {share}：{year} 年度至多 {most} t，已办理 {used} t，再申请 {asked} t',
    en: 'Offsets are limited to {share} of the amount due: at most {most} t for {year}, {used} t used, {asked} t asked',
  },
  SURRENDER_OVER_DUE: {
    status: 422,
    zh: '{year} 年度尚应清缴 {left} t，申请 {asked} t 超出',
    en: '{left} t are left to surrender for {year}; {asked} t is more',
  },
  CARRY_OVER_ASSET: {
    status: 422,
    zh: '结转须转为另一年份的同类资产：{asset} → {into}',
    en: 'Carry-over goes into another vintage of the same kind: {asset} → {into}',
  },
  CARRY_OVER_RULE: {
    status: 422,
    zh: '没有 {asset} 结转为 {into} 的规则；可结转：{known}',
    en: 'There is no rule for carrying {asset} over into {into}; known: {known}',
  },
  CARRY_OVER_LATE: {
    status: 422,
    zh: '结转申请至 {apply} 截止，最迟 {book} 入账；业务日期 {day} 已过',
    en: 'Carry-over was applied for until {apply} and booked until {book}; {day} is past that',
  },
  CARRY_OVER_ARREARS: {
    status: 422,
    zh: '{year} 年度应清缴 {due} t，截止日 {deadline} 前仅清缴 {inTime} t：未按时清缴的单位不得申请结转',
    en: 'Of the {due} t due for {year}, {inTime} t were surrendered by {deadline}: who was late may not carry over',
  },
  CARRY_OVER_LIMIT: {
    status: 422,
    zh: '可结转至多 {limit} t：⌊{base} + max({sold} 卖出 − {bought} 买入, 0) × {multiple}⌋ = {formula} t，{on} 持有 {holding} t，核定 {issued} t，取小；已办理 {used} t，再申请 {asked} t',
    en: 'At most {limit} t may be carried over: the least of floor({base} + max({sold} sold − {bought} bought, 0) × {multiple}) = {formula} t, {holding} t held on {on} and {issued} t as issued; {used} t used, {asked} t asked',
  },
  BEHIND_NEEDED: {
    status: 422,
    zh: '{kind} 的品种须指明所对应的目录产品（product）',
    en: 'A series of {kind} names the product of the catalogue behind it (product)',
    remedy: { zh: '填写已发布产品的标识', en: 'Give the id of a published product' },
  },
  BEHIND_NONE: {
    status: 422,
    zh: '{kind} 的品种不对应目录产品',
    en: 'No product of the catalogue stands behind a series of {kind}',
    remedy: { zh: '去掉 product', en: 'Leave product out' },
  },
  TERM_NEEDED: {
    status: 422,
    zh: '{kind} 须填写期限（起、止日期）和权利内容',
    en: 'A series of {kind} takes the first and last day of its term and what it is a right to',
  },
  TERM_NONE: { status: 422, zh: '{kind} 没有期限', en: '{kind} has no term' },
  TERM_ORDER: {
    status: 422,
    zh: '期限止日 {to} 早于起日 {from}',
    en: 'The term ends on {to}, before it begins on {from}',
  },
  TERM_ENDED: {
    status: 422,
    zh: '{asset} 的期限至 {last}，已届满，不能办理 {operation}',
    en: 'The term of {asset} ended on {last}; {operation} is not possible any more',
  },
  TERM_RUNS: {
    status: 422,
    zh: '{asset} 的期限至 {last}，尚未届满',
    en: 'The term of {asset} runs until {last} and is not over',
  },
  PLEDGE_PRICE_MISSING: {
    status: 422,
    zh: '{asset} 在 {day} 前 {age} 日内没有收盘价；请填写估值单价、来源和日期',
    en: '{asset} had no closing price in the {age} days before {day}; give a unit price with its source and day',
  },
  PLEDGE_PRICE_SOURCE: {
    status: 422,
    zh: '自填单价须注明来源和日期',
    en: 'A price that is given names its source and its day',
  },
  PLEDGE_PRICE_AGE: {
    status: 422,
    zh: '{date} 的估值不能用于 {day} 的质押：不得晚于当日，也不得早于 {age} 日',
    en: 'A price of {date} does not value a pledge of {day}: it may be neither later nor more than {age} days old',
  },
  PLEDGE_PRICE_ABOVE: {
    status: 422,
    zh: '单价 {price} 元高于 {on} 收盘价 {close} 元',
    en: 'The price of {price} yuan is above the close of {close} on {on}',
  },
  PLEDGE_HAIRCUT: {
    status: 422,
    zh: '{kind} 的折扣率不得低于 {least}，所填为 {given}',
    en: 'The haircut on {kind} is at least {least}; {given} was given',
  },
  PLEDGE_LOAN: {
    status: 422,
    zh: '贷款 {loan} 元超过质押上限 {limit} 元：{quantity} {unit} × {price} 元（{source}，{date}）= {value} 元，折扣 {haircut}',
    en: 'A loan of {loan} yuan is over the limit of {limit}: {quantity} {unit} at {price} yuan ({source}, {date}) are worth {value}, less a haircut of {haircut}',
  },
  PLEDGE_SAME_LENDER: {
    status: 422,
    zh: '质权人未变：{lender}',
    en: 'The pledge already is with {lender}',
  },
  PLEDGE_WHOLE: {
    status: 422,
    zh: '质押整体转让，不填数量',
    en: 'A pledge is handed on as a whole: leave the amount out',
  },
  PLEDGE_EXPIRES: {
    status: 422,
    zh: '质押 {hold} 定有到期时间，不能转让；请解除后重新设立',
    en: 'The pledge {hold} ends by itself and cannot be handed on; release it and pledge anew',
  },
  STATEMENT_METHOD: {
    status: 422,
    zh: '{method} 的核算结果不作此用；可用：{methods}',
    en: 'An account by {method} is not used for this; usable: {methods}',
  },
  STATEMENT_PERIOD: {
    status: 422,
    zh: '{number} 跨越年度，不能作为一个履约年度的依据',
    en: '{number} spans two years and cannot stand for one compliance year',
  },
  STATEMENT_YEAR: {
    status: 422,
    zh: '{number} 属于 {year} 年度，与 {asset} 的年份不符',
    en: '{number} belongs to {year}, which is not the vintage of {asset}',
  },
  STATEMENT_USED: {
    status: 409,
    zh: '{number} 已据以分配配额，不重复分配',
    en: 'Allowances were allocated by {number} already',
  },
  STATEMENT_MISSING: { status: 422, zh: '没有上传文件', en: 'No file was uploaded' },
  STATEMENT_COLUMNS: {
    status: 422,
    zh: '对账单缺少列：{missing}；文件中的列：{there}。请改列名或给出列对应',
    en: 'The statement lacks the columns {missing}; it has {there}. Rename them or give a mapping',
  },
  STATEMENT_COLUMN: {
    status: 422,
    zh: '没有列“{column}”；文件中的列：{there}',
    en: 'There is no column "{column}"; the file has {there}',
  },
  STATEMENT_TWICE: {
    status: 409,
    zh: '同一份对账单已用于 {date}，未重复导入',
    en: 'The very same statement was taken for {date}; it is not taken twice',
  },
  CONTROL_TOTAL: {
    status: 422,
    zh: '控制数（{what}）不符：声明 {said}，文件实为 {found}；未导入',
    en: 'The control total ({what}) does not agree: {said} was said, the file has {found}; nothing was taken',
  },
  MAPPING_INVALID: {
    status: 422,
    zh: '列对应应为 JSON，以本系统列名为键：{columns}',
    en: 'The mapping must be JSON with our columns as keys: {columns}',
  },
  BOOKS_MISSING: { status: 409, zh: '尚缺：{books}', en: 'Still missing: {books}' },
  DAY_CLOSED: {
    status: 409,
    zh: '{date} 已日终关账，只能以后续日期的调整更正',
    en: '{date} is closed; it is corrected only by a dated adjustment',
  },
  DAY_NOT_MATCHED: {
    status: 409,
    zh: '{date} 在最后一次勾对后又有新文件，请先重新勾对',
    en: 'A book of {date} came after the last matching; match again first',
  },
  DAY_HAS_BREAKS: {
    status: 409,
    zh: '还有 {open} 项差异未说明、{explained} 项待复核，不能关账',
    en: '{open} differences are unexplained and {explained} wait for a second person; the day cannot be closed',
  },
  STATEMENT_NOT_CSV: {
    status: 422,
    zh: '文件不是可读的 CSV：引号或分隔符有误；请另存为 CSV（UTF-8）或 .xlsx',
    en: 'The file is no readable CSV: a quote or separator is wrong; save it as CSV (UTF-8) or .xlsx',
  },
  STATEMENT_TOO_LARGE: {
    status: 413,
    zh: '工作簿超过 {limit}，请改用 CSV',
    en: 'The workbook is larger than {limit}; use CSV',
  },
  REMATCH_LINES: {
    status: 422,
    zh: '重新勾对须指明成交和至少一行登记或银行流水',
    en: 'A new match needs a deal and at least one line of the registry or the bank',
  },
  REMATCH_DIFFERS: {
    status: 422,
    zh: '{book} 各行合计 {lines}，成交合计 {deals}，不相等；如确有差额，请按调整或核销处理',
    en: 'The lines of {book} add up to {lines}, the deals to {deals}; a real difference is adjusted or written off',
  },
  LINE_TAKEN: {
    status: 409,
    zh: '{book} 中有行不存在或已与其他成交勾对',
    en: 'A line of {book} is not there or already settles another deal',
  },
  ADJUSTMENT_NEEDED: {
    status: 422,
    zh: '按调整处理须填写持有人、资产、数额和方向',
    en: 'An adjustment needs holder, asset, amount and direction',
  },
  WRITE_OFF_MONEY_ONLY: {
    status: 422,
    zh: '只有金额差异可以核销',
    en: 'Only a difference in money can be written off',
  },
  WRITE_OFF_LIMIT: {
    status: 422,
    zh: '核销 {asked} 元超出限额：每项 {each} 元，每日 {day} 元（当日已核销 {done} 元）；请改为调整',
    en: 'Writing off {asked} yuan exceeds the limit of {each} each and {day} a day ({done} done); adjust instead',
  },
  ENTRY_REFUSED: {
    status: 409,
    zh: '账簿拒绝了该调整（{code}），差异保持原状',
    en: 'The book refused the entry ({code}); the difference stays as it was',
  },
  BREAK_ENDED: { status: 409, zh: '该差异状态为 {status}', en: 'The difference is {status}' },
});
