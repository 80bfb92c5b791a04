import common from './zh/common.json';
import errors from './zh/errors.json';
import labels from './zh/labels.json';
import open from './zh/open.json';
import results from './zh/results.json';
import session from './zh/session.json';

export default { common, errors, labels, open, results, session };
