import {
  ApartmentOutlined,
  SwapOutlined,
  AuditOutlined,
  BankOutlined,
  BookOutlined,
  CloudOutlined,
  FundProjectionScreenOutlined,
  PayCircleOutlined,
  DatabaseOutlined,
  EnvironmentOutlined,
  FieldTimeOutlined,
  FormOutlined,
  StockOutlined,
  HomeOutlined,
  GlobalOutlined,
  ReconciliationOutlined,
  SafetyCertificateOutlined,
  TagOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { areasOf, type Area } from '../session/roles';
import { useUser } from '../session/session-provider';

const icons: Record<Area, ComponentType> = {
  filings: FormOutlined,
  reviews: AuditOutlined,
  labels: TagOutlined,
  sinks: EnvironmentOutlined,
  suppliers: ApartmentOutlined,
  exchange: SwapOutlined,
  holdings: BankOutlined,
  market: StockOutlined,
  reconciliation: ReconciliationOutlined,
  compensation: PayCircleOutlined,
  credits: CloudOutlined,
  reserve: FundProjectionScreenOutlined,
  ecoproducts: GlobalOutlined,
  methods: BookOutlined,
  factors: DatabaseOutlined,
  audit: SafetyCertificateOutlined,
  jobs: FieldTimeOutlined,
  admin: TeamOutlined,
};

export function Nav() {
  const { t } = useTranslation();
  const user = useUser();
  return (
    <nav aria-label={t('common:mainNav')} className="nav">
      <NavLink to="/" end>
        <HomeOutlined />
        {t('common:nav.home')}
      </NavLink>
      {areasOf(user).map((area) => {
        const Icon = icons[area];
        return (
          <NavLink key={area} to={`/${area}`}>
            <Icon />
            {t(`common:nav.${area}`)}
          </NavLink>
        );
      })}
    </nav>
  );
}
