import { registerMessages } from '../errors';

export const refuse = registerMessages({
  INVALID_CREDENTIALS: { status: 401, zh: '用户名或密码不正确', en: 'User name or password is wrong' },
  TOO_MANY_LOGINS: {
    status: 429,
    zh: '登录失败次数过多，请在 {retryAfter} 秒后重试',
    en: 'Too many failed logins; try again in {retryAfter} seconds',
  },
  WEAK_PASSWORD: {
    status: 422,
    zh: '密码至少 {min} 个字符，且不能与用户名相同',
    en: 'A password has at least {min} characters and differs from the user name',
  },
  USERNAME_TAKEN: { status: 409, zh: '用户名“{username}”已被使用', en: 'The user name "{username}" is taken' },
  UNKNOWN_ORGANISATION: { status: 422, zh: '没有这个机构', en: 'There is no such organisation' },
  NOT_THE_OPERATOR: {
    status: 403,
    zh: '仅运营机构的方法管理员本人可管理机构、人员和接口账户',
    en: 'Only people of the operator who are method administrators manage organisations, people and clients',
  },
  CREDIT_CODE_TAKEN: {
    status: 409,
    zh: '统一社会信用代码 {creditCode} 已登记',
    en: 'The unified social credit code {creditCode} is registered already',
  },
  ROLE_NOT_FOR_KIND: {
    status: 422,
    zh: '角色 {role} 不能授予企业的人员',
    en: 'The role {role} cannot be given to people of an enterprise',
  },
  OWN_ACCOUNT: {
    status: 403,
    zh: '不能管理自己的账户：角色、停用和重置密码须由另一人办理',
    en: 'Nobody manages their own account: roles, disabling and a reset of the password are for someone else',
  },
  SIGNING_KEYS_LOCKED: {
    status: 500,
    zh: '签名密钥无法用当前的服务密钥打开',
    en: 'The signing keys cannot be opened with the present service secret',
  },
  OIDC_OFF: { status: 404, zh: '未启用统一身份登录', en: 'Single sign-on is not enabled' },
  OIDC_FAILED: {
    status: 401,
    zh: '统一身份登录失败（{reason}），请重试或联系管理员',
    en: 'Single sign-on failed ({reason}); try again or ask your administrator',
  },
  OIDC_UNKNOWN_USER: {
    status: 403,
    zh: '该身份在本系统没有账户，请联系管理员',
    en: 'This identity has no account here; ask your administrator',
  },
});
