/** The names of the service's shapes as the pages use them; the shapes themselves come from its OpenAPI document. */
import type { components, paths } from './generated';

type Schemas = components['schemas'];
export type Text = Schemas['TextDto'];
export type Fault = Omit<Schemas['FaultDto'], 'message' | 'remedy'> & {
  /** In one language only, where it was found on the page itself. */
  message: Text | string;
  remedy?: Text | string;
  /** Where it stands in an uploaded workbook. */
  worksheet?: string;
  cell?: string;
};
export type User = Schemas['ProfileDto'];
export type Confidence = Schemas['MethodSourceDto']['confidence'];
export type MethodSummary = Schemas['MethodSummaryDto'];
export type Method = Schemas['MethodDto'];
export type MethodConstants = Schemas['MethodConstantsDto'];
export type ConstantsEntry = Schemas['ConstantsEntryDto'];
export type MethodProposal = Schemas['MethodProposalDto'];
export type MethodProposalSummary = Schemas['MethodProposalSummaryDto'];
export type MethodCheck = Schemas['MethodCheckDto'];
export type MethodTrial = Schemas['MethodTrialDto'];
export type ExampleOutcome = Schemas['ExampleOutcomeDto'];
export type SheetChange = Schemas['SheetChangeDto'];
export type MethodTable = Omit<Schemas['MethodTableDto'], 'checks'>;
export type Column = Schemas['MethodColumnDto'];
export type Parameter = Schemas['MethodParameterDto'];
export type DatedValue = Schemas['DatedValueDto'];
export type Lookup = Schemas['LookupDto'];
export type Cell = string | number | boolean | null | undefined;
export type Row = Record<string, Cell>;
/** While it is typed a cell may be undefined; JSON leaves such a cell out. */
export type RunInput = Omit<Schemas['FiledInputDto'], 'tables' | 'parameters'> & {
  parameters?: Row;
  tables: Record<string, Row[]>;
};
export const sent = (input: RunInput) => input as Schemas['FiledInputDto'];
export type FilingStatus = Schemas['FilingSummaryDto']['status'];
export type Filing = Omit<Schemas['FilingDto'], 'input'> & { input: RunInput };
export type FilingSummary = Schemas['FilingSummaryDto'];
export type Run = Schemas['RunDto'];
export type RunResult = Schemas['RunResultDto'];
export type Explanation = Schemas['ExplanationDto'];
export type Label = Schemas['LabelDto'];
export type PublicLabel = Schemas['PublicLabelDto'];
export type Dossier = Schemas['DossierDto'];
export type IssueWish = Schemas['IssueDto'];
export type LabelKind = NonNullable<Label['kind']>;
export type ReadinessItem = Schemas['ReadinessDto'];
export type LabelStatus = Label['status'];
export type Stage = Schemas['StageDto'];
export type Factor = Schemas['FactorDto'];
export type FactorVersion = Schemas['FactorVersionDto'];
export type FactorWithdrawal = Schemas['WithdrawalDto'];
export type FactorProposal = Schemas['ProposalDto'];
export type FactorProposalRow = Schemas['ProposalRowDto'];
export type FactorImpact = Schemas['ImpactDto'];
export type FactorImportPreview = Schemas['ImportPreviewDto'];
export type FactorImportCheck = Schemas['ImportCheckDto'];
export type MovedFigure = Schemas['MovedFigureDto'];
export type Region = Schemas['RegionDto'];
export type AuditEntry = Schemas['AuditEntryDto'];
export type AuditCheck = Schemas['ChainStateDto'];
export type UserRole = Account['roles'][number];
export type Organisation = Schemas['OrganisationRow'];
export type NewOrganisation = Schemas['NewOrganisationBody'];
export type Account = Schemas['UserRow'];
export type NewAccount = Schemas['NewUserBody'];
export type NewMachine = Schemas['NewClientBody'];
export type Machine = Schemas['ClientRow'];
export type Job = Schemas['JobDto'];
export type JobStatus = Job['status'];
export type Obligation = Schemas['ObligationDto'];

export type LedgerAccount = Schemas['AccountDto'];
export type RegistryOperation = Schemas['OperationDto'];
export type OperationRule = Schemas['OperationRuleDto'];
export type RegistryRules = Schemas['RegistryRulesDto'];
export type MarketProduct = paths['/api/v1/market/history']['get']['parameters']['query']['product'];
export type MarketDay = Schemas['MarketDayDto'];
export type Listing = Schemas['ListingDto'];
export type Deal = Schemas['DealDto'];
export type BulletinLine = Schemas['BulletinLineDto'];
export type TradingDay = Schemas['DayDto'];
export type TradingLine = Schemas['BookLineDto'];
export type TradingBreak = Schemas['BreakDto'];

export type Programme = Schemas['ProgrammeDto'];
export type ProgrammeStage = Programme['stage'];
export type UnitResult = Schemas['UnitResultDto'];
export type Allotment = Schemas['AllotmentDto'];
export type NoticeLine = Schemas['NoticeLineDto'];
export type Roster = Schemas['RosterDto'];
export type Batch = Schemas['BatchDto'];
export type Arrears = Schemas['ArrearsDto'];
export type Decision = Schemas['HouseholdDecisionDto'];
export const decisionKinds = [
  'hold',
  'release',
  'reduce',
  'stop',
  'restore',
  'recover',
] as const satisfies Decision['kind'][];
export type DecisionKind = Decision['kind'];
export type BannerChange = Schemas['BannerChangeDto'];
export type ProgrammeParameter = Schemas['ParameterDto'];
export type Parcel = Schemas['ParcelDto'];
export type Fine = Schemas['FineDto'];

export type SinkProject = Schemas['ProjectDto'];
export type SinkBoundary = Schemas['BoundaryDto'];
export type BoundaryPreview = Schemas['PreviewDto'];
export type SinkStratum = Schemas['StratumViewDto'];
export type SinkPlot = Schemas['PlotDto'];
export type FieldForm = Schemas['FormDto'];
export type FieldImport = Schemas['FieldImportDto'];
export type SinkStock = Schemas['StockDto'];
export type SinkStage = Schemas['SinkStageDto'];
export type SinkEquation = Schemas['SinkEquationDto'];
export type SinkSpread = Schemas['SinkSpreadDto'];
export type SoilCourse = Schemas['SoilCourseDto'];
export type SinkEvidence = Schemas['EvidenceDto'];
export type Auction = Schemas['AuctionDto'];
export type Finding = Schemas['GrasslandFindingDto'];
export type SinkCredits = Schemas['SinkCreditsDto'];
export type PeriodCredits = Schemas['SinkPeriodCreditsDto'];
export type SinkReversal = Schemas['SinkReversalDto'];
export type SinkVerification = Schemas['SinkVerificationDto'];
export type SinkFinding = Schemas['SinkFindingDto'];
export type SinkUncertainty = Schemas['SinkUncertaintyDto'];
export type SinkPlan = Schemas['SinkPlanDto'];
export type SinkReserve = Schemas['SinkReserveDto'];
export type SinkProspect = Schemas['SinkProspectDto'];
export type SinkDoubleSample = Schemas['DoubleSampleDto'];
export type SinkStand = Schemas['SinkStandDto'];
export type SinkStandCourse = Schemas['SinkStandCourseDto'];

export type AccountAudit = Schemas['AuditedSheet'];
export type BarrierIndicator = Schemas['BarrierIndicatorDto'];
export type EcoProduct = Schemas['ProductDto'];
export type EcoProductDetail = Schemas['ProductDetailDto'];
export type NewEcoProduct = Schemas['ProductBody'];
export type ListingMatch = Schemas['ListingMatchDto'];
export type GepOfYear = Schemas['GepOfYearDto'];
export type GepRow = Schemas['GepRowDto'];
export type Gep = Schemas['GepDto'];
export type GepUncertainty = Schemas['GepUncertaintyDto'];
export type SeeaHead = Schemas['SeeaHeadDto'];
export type Seea = Schemas['SeeaDto'];
export type SeeaLayout = Schemas['SeeaLayoutDto'];
export type Raster = Schemas['RasterDto'];
export type RasterRun = Schemas['RasterRunDto'];
export type RasterResult = NonNullable<RasterRun['result']>;
export type RasterColumn = Schemas['RasterColumnDto'];
export type RuleBook = Schemas['RuleBookDto'];
export type RuleSet = Schemas['RuleSetDto'];
export type BookPrice = Schemas['PriceDto'];
export type RuleComparison = Schemas['RuleSetComparisonDto'];
export type GepSeries = Schemas['GepSeriesDto'];
export type EcoUse = Schemas['EcoUseDto'];
export type NewEcoUse = Schemas['NewUseBody'];
