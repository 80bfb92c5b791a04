/** People to try the service with, outside production only. */
import { type NewPerson, Role } from '@qingheng/platform';

const smelter = {
  name: '霍林郭勒示范铝业',
  kind: 'enterprise',
  creditCode: '91150581MA0DEMO001',
  region: '150581',
} as const;
const mill = {
  name: '鄂尔多斯示范羊绒',
  kind: 'enterprise',
  creditCode: '91150600MA0DEMO004',
  region: '150600',
} as const;
const knitter = {
  name: '阿拉善示范羊绒针织',
  kind: 'enterprise',
  creditCode: '91152900MA0DEMO009',
  region: '152921',
} as const;
const garment = {
  name: '包头示范针织',
  kind: 'enterprise',
  creditCode: '91150200MA0DEMO013',
  region: '150200',
} as const;
const league = {
  name: '锡林郭勒盟行政公署（演示）',
  kind: 'regulator',
  creditCode: '11152500MA0DEMO005',
  region: '152500',
} as const;
const finance = {
  name: '自治区财政厅（演示）',
  kind: 'regulator',
  creditCode: '11150000MA0DEMO008',
  region: '15',
} as const;
const farm = {
  name: '大兴安岭示范林场',
  kind: 'enterprise',
  creditCode: '91150700MA0DEMO006',
  region: '150785',
} as const;
const centre = {
  name: '青衡运营机构（演示）',
  kind: 'operator',
  creditCode: '12150000MA0DEMO002',
  region: '15',
} as const;
const bureau = {
  name: '自治区生态环境登记机构（演示）',
  kind: 'regulator',
  creditCode: '11150000MA0DEMO007',
  region: '15',
} as const;
const body = {
  name: '产品碳足迹审核机构（演示）',
  kind: 'reviewing_body',
  creditCode: '91150000MA0DEMO003',
  region: '15',
} as const;

export const demoPeople = (password: string): NewPerson[] => [
  { username: 'filer@huolin', name: '填报员（演示）', roles: [Role.Filer], organisation: smelter, password },
  { username: 'filer@ordos', name: '填报员（羊绒演示）', roles: [Role.Filer], organisation: mill, password },
  { username: 'filer@alxa', name: '填报员（针织演示）', roles: [Role.Filer], organisation: knitter, password },
  { username: 'filer@baotou', name: '填报员（针织演示）', roles: [Role.Filer], organisation: garment, password },
  { username: 'filer@linchang', name: '填报员（林场演示）', roles: [Role.Filer], organisation: farm, password },
  { username: 'ecology@xilingol', name: '核算员（盟行署演示）', roles: [Role.Filer], organisation: league, password },
  {
    username: 'clerk@xilingol',
    name: '财政经办（盟行署演示）',
    roles: [Role.Filer, Role.FinanceClerk],
    organisation: league,
    password,
  },
  {
    username: 'approver@xilingol',
    name: '财政审批（盟行署演示）',
    roles: [Role.FinanceApprover],
    organisation: league,
    password,
  },
  {
    username: 'clerk@finance',
    name: '财政经办（自治区演示）',
    roles: [Role.Filer, Role.FinanceClerk],
    organisation: finance,
    password,
  },
  {
    username: 'approver@finance',
    name: '财政审批（自治区演示）',
    roles: [Role.FinanceApprover],
    organisation: finance,
    password,
  },
  { username: 'reviewer@qingheng', name: '审核员（演示）', roles: [Role.Reviewer], organisation: body, password },
  { username: 'admin@qingheng', name: '方法管理员（演示）', roles: [Role.MethodAdmin], organisation: centre, password },
  { username: 'trader@qingheng', name: '交易经办（演示）', roles: [Role.Trader], organisation: centre, password },
  { username: 'settler@qingheng', name: '交易复核（演示）', roles: [Role.Trader], organisation: centre, password },
  { username: 'registrar@qingheng', name: '登记经办（演示）', roles: [Role.Regulator], organisation: bureau, password },
  { username: 'regulator@qingheng', name: '登记复核（演示）', roles: [Role.Regulator], organisation: bureau, password },
  { username: 'filer2@linchang', name: '复核员（林场演示）', roles: [Role.Filer], organisation: farm, password },
  { username: 'filer2@huolin', name: '复核员（铝企演示）', roles: [Role.Filer], organisation: smelter, password },
  { username: 'auditor@qingheng', name: '审计员（演示）', roles: [Role.Auditor], organisation: centre, password },
];
