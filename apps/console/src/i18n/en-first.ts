import common from './en/common.json';
import errors from './en/errors.json';
import labels from './en/labels.json';
import open from './en/open.json';
import results from './en/results.json';
import session from './en/session.json';

export default { common, errors, labels, open, results, session };
