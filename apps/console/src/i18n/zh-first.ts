import components from 'antd/es/locale/zh_CN';
// Names of months and days in calendars.
import 'dayjs/locale/zh-cn';
import common from './zh/common.json';
import errors from './zh/errors.json';
import labels from './zh/labels.json';
import open from './zh/open.json';
import results from './zh/results.json';
import session from './zh/session.json';

export { components };
export default { common, errors, labels, open, results, session };
