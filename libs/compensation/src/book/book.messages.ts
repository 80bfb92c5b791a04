import { registerMessages } from '@qingheng/platform';

export const refuseBook = registerMessages({
  BOOK_NOT_OPEN: {
    status: 409,
    zh: '本项目的账户尚未开立齐全（测算结果刚刚变动），请重试',
    en: 'The accounts of the programme are not all open yet (its figures just changed); try again',
  },
  BOOK_DIFFERS: {
    status: 409,
    zh: '账簿与发放结果不一致：账簿已付 {paid} 元、在途与待发 {open} 元，应付 {due} 元。若刚刚收到回盘，请稍候再关闭',
    en: 'The book does not agree with the payments: paid {paid}, under way or waiting {open}, due {due} yuan. If a return file has just come in, close a moment later',
  },
});
