import { registerMessages } from '@qingheng/platform';

const ask = {
  zh: '由权利人单位提交、交易中心发布后再办理',
  en: 'Its holder submits it and the trading centre publishes it; then ask again',
};

export const refuseAsset = registerMessages({
  ASSET_PRODUCT_UNKNOWN: {
    status: 422,
    zh: '目录中没有产品 {id}',
    en: 'There is no product {id} in the catalogue',
    remedy: { zh: '从目录中选择已发布的产品', en: 'Choose a published product of the catalogue' },
  },
  ASSET_PRODUCT_TAKEN: {
    status: 409,
    zh: '产品 {product} 或品种 {asset} 已另有对应：{other}',
    en: 'The product {product} or the asset {asset} is bound otherwise already: {other}',
    remedy: {
      zh: '一个产品对应一个品种；请使用已有品种',
      en: 'One product is traded as one asset: use the one it has',
    },
  },
  ASSET_PRODUCT_NONE: {
    status: 422,
    zh: '品种 {asset} 没有对应的目录产品，不能登记或交易',
    en: 'No product of the catalogue stands behind {asset}; it is neither registered nor traded',
    remedy: {
      zh: '由登记机构以已发布的产品设立品种',
      en: 'The registrar opens an asset on a published product',
    },
  },
  ASSET_PRODUCT_STATE: {
    status: 409,
    zh: '{product}（{name}）处于“{status}”，不是已发布，不能登记或交易',
    en: '{product} ({name}) is {status} and not published; nothing is registered or traded on it',
    remedy: ask,
  },
  ASSET_PRODUCT_HOLDER: {
    status: 422,
    zh: '{asset} 对应 {product}，只能登记给持有该产品的单位',
    en: '{asset} stands on {product}: it is registered to the organisation that holds the product, and no other',
    remedy: { zh: '改登记给该单位，再由其转让', en: 'Register it to that organisation, which may transfer it' },
  },
  ASSET_PRODUCT_OVER: {
    status: 422,
    zh: '{product} 载明 {quantity} {unit}，每份 {share} {unit}，至多 {most} 份；已登记 {issued} 份，再登记 {asked} 份超出',
    en: '{product} has {quantity} {unit}, {share} {unit} a share: {most} shares at most; {issued} are registered and {asked} more are too many',
    remedy: { zh: '减少登记份数', en: 'Register fewer shares' },
  },
});
