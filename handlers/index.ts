import { appraiseCadres } from './appraisal/appraise-cadres.ts'
import { liftReminder } from './bar/lift-reminder.ts'
import { proposeReminder, proposeVeto } from './bar/propose-bar.ts'
import { requestBinding } from './binding/request-binding.ts'
import type { Command, NewcomerCommand } from './command.ts'
import { calculateDividend } from './dividend/calculate-dividend.ts'
import { stopDividend } from './dividend/stop-dividend.ts'
import { closeRectification } from './deduction/close-rectification.ts'
import { proposeDeduction } from './deduction/propose-deduction.ts'
import { commentAccounts } from './honour/comment-accounts.ts'
import { exceptGrade } from './honour/except-grade.ts'
import { nameHelper } from './honour/name-helper.ts'
import { recordBadConduct } from './honour/record-bad-conduct.ts'
import { showFigures } from './export/show-figures.ts'
import { inspectHouseholds } from './inspection/inspect-households.ts'
import { raiseAppeal } from './objection/raise-appeal.ts'
import { raiseObjection } from './objection/raise-objection.ts'
import { resolveObjection } from './objection/resolve-objection.ts'
import { addRole, removeRole } from './office/change-role.ts'
import { pauseVillage, resumeVillage } from './office/pause.ts'
import { publishNotice, publishRank } from './office/publish.ts'
import { refuseBlackList } from './office/refuse-black-list.ts'
import { remindReviewers } from './office/remind-reviewers.ts'
import { setConfig } from './office/set-config.ts'
import { managePrivacy } from './privacy/manage-privacy.ts'
import { grantAward } from './proposal/grant-award.ts'
import { reverseCase } from './proposal/reverse-case.ts'
import { showBalance } from './query/show-balance.ts'
import { showHelp } from './query/show-help.ts'
import { showRanking } from './query/show-ranking.ts'
import { showRules } from './query/show-rules.ts'
import { showStatement } from './query/show-statement.ts'
import { showStatus } from './query/show-status.ts'
import { recordMeeting } from './records/record-meeting.ts'
import { correctReport } from './report/correct-report.ts'
import { reportDeed, reportForAnother } from './report/report-deed.ts'
import { supplementReport } from './report/supplement-report.ts'
import { withdrawReport } from './report/withdraw-report.ts'
import { approve, approveModified, reject } from './review/approve.ts'
import { approveAll } from './review/approve-all.ts'
import { decideBatch } from './review/batch.ts'
import { defer } from './review/defer.ts'
import { delegate } from './review/delegate.ts'
import { listPending } from './review/list-pending.ts'
import { nextPending } from './review/next-pending.ts'
import { recuse } from './review/recuse.ts'
import { requestEvidence } from './review/request-evidence.ts'
import { revokeDecision } from './review/revoke-decision.ts'
import { changeScheme } from './scheme/change-scheme.ts'
import { keepClue, keepSuggestion } from './suggestion/keep-suggestion.ts'

/** Everything the bot can be told to do; help, routing, rights and the parser's command words come from this table. */
export const commands: readonly (Command | NewcomerCommand)[] = [
  reportDeed,
  reportForAnother,
  withdrawReport,
  correctReport,
  supplementReport,
  showBalance,
  showStatement,
  showRanking,
  showStatus,
  showRules,
  raiseObjection,
  raiseAppeal,
  keepSuggestion,
  keepClue,
  managePrivacy,
  requestBinding,
  approve,
  reject,
  approveModified,
  resolveObjection,
  revokeDecision,
  listPending,
  nextPending,
  approveAll,
  decideBatch,
  requestEvidence,
  defer,
  recuse,
  delegate,
  proposeDeduction,
  proposeVeto,
  proposeReminder,
  liftReminder,
  closeRectification,
  grantAward,
  inspectHouseholds,
  reverseCase,
  addRole,
  removeRole,
  publishRank,
  publishNotice,
  remindReviewers,
  refuseBlackList,
  calculateDividend,
  stopDividend,
  setConfig,
  nameHelper,
  commentAccounts,
  recordBadConduct,
  exceptGrade,
  appraiseCadres,
  recordMeeting,
  changeScheme(() => commands),
  showFigures,
  pauseVillage,
  resumeVillage,
  showHelp(() => commands),
]
