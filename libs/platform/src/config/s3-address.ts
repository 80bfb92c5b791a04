/** `QH_FILES=s3://bucket/prefix?endpoint=https://…&region=…`, with the credentials under their usual names. */
export interface S3Address {
  bucket: string;
  prefix: string;
  endpoint: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** What is wrong is added to `wrong`. */
export function s3Address(env: NodeJS.ProcessEnv, wrong: string[]): S3Address | undefined {
  const url = URL.canParse(env.QH_FILES!) ? new URL(env.QH_FILES!) : undefined;
  if (url?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(url.hostname)) {
    wrong.push('QH_FILES must look like s3://bucket/prefix?endpoint=https://…&region=…');
    return undefined;
  }
  const region = url.searchParams.get('region') ?? 'us-east-1';
  const endpoint = url.searchParams.get('endpoint') ?? `https://s3.${region}.amazonaws.com`;
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  const accessKeyId = env.AWS_ACCESS_KEY_ID ?? '';
  const secretAccessKey = env.AWS_SECRET_ACCESS_KEY ?? '';
  if (!/^https?:\/\/[^/?#]+\/?$/.test(endpoint)) wrong.push('the endpoint of QH_FILES must begin with http:// or https://');
  if (!/^[\w./-]*$/.test(prefix)) wrong.push('the prefix of QH_FILES has letters, digits and . _ - / only');
  if (!accessKeyId || !secretAccessKey) wrong.push('QH_FILES needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
  const sessionToken = env.AWS_SESSION_TOKEN;
  return { bucket: url.hostname, prefix, endpoint, region, accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}
