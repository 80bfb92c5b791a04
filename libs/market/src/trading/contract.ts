/** The contract of a deal as a page that prints: both parties, what, how much, at what price, settled when. */
interface Deal {
  number: string;
  asset: string;
  unit: string;
  mode: string;
  seller: string;
  buyer: string;
  quantity: string;
  price: string;
  amount: string;
  buyerFee: string;
  sellerFee: string;
  tradeDate: string;
  at: string;
}

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c]!);

export function contractOf(deal: Deal): string {
  const mode = deal.mode === 'block' ? '大宗协议 Block' : '挂牌协议 Listed';
  const rows: [string, string][] = [
    ['合同编号 Contract', deal.number],
    ['交易方式 Mode', mode],
    ['卖方 Seller', deal.seller],
    ['买方 Buyer', deal.buyer],
    ['标的 Asset', deal.asset],
    ['数量 Quantity', `${deal.quantity} ${deal.unit}`],
    ['单价 Price', `${deal.price} 元/${deal.unit}`],
    ['成交金额 Amount', `${deal.amount} 元`],
    ['买方费用 Fee of the buyer', `${deal.buyerFee} 元`],
    ['卖方费用 Fee of the seller', `${deal.sellerFee} 元`],
    ['成交日 Trade date', deal.tradeDate],
    ['交收 Settlement', `券款对付，成交时同时完成 Delivery against payment, completed with the deal (${deal.at})`],
  ];
  const body = rows
    .map(([name, value]) => `<tr><th scope="row">${safe(name)}</th><td>${safe(value)}</td></tr>`)
    .join('');
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>${safe(deal.number)}</title>
<style>body{font:15px/1.7 system-ui,"Noto Sans SC",sans-serif;max-width:720px;margin:40px auto;padding:0 20px}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:8px 12px;text-align:start;vertical-align:top}th{width:38%;font-weight:600}</style>
<h1>成交合同 Contract of sale</h1><table>${body}</table>
<p>本合同由交易系统根据成交记录生成，以账簿记录为准。 Made from the record of the deal; the book is decisive.</p></html>`;
}
