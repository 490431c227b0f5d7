import agreement from './agreement.ts';
import client from './client.ts';
import common from './common.ts';
import communication from './communication.ts';
import contactImport from './contactImport.ts';
import contract from './contract.ts';
import differences from './differences.ts';
import docAgreement from './docAgreement.ts';
import docContent from './docContent.ts';
import docRequirements from './docRequirements.ts';
import document from './document.ts';
import errors from './errors.ts';
import expectation from './expectation.ts';
import exportTexts from './export.ts';
import feedback from './feedback.ts';
import ganttPrint from './ganttPrint.ts';
import history from './history.ts';
import holidays from './holidays.ts';
import importTexts from './import.ts';
import model from './model.ts';
import mspdi from './mspdi.ts';
import onboarding from './onboarding.ts';
import plan from './plan.ts';
import portfolio from './portfolio.ts';
import project from './project.ts';
import reason from './reason.ts';
import recurring from './recurring.ts';
import register from './register.ts';
import report from './report.ts';
import requirement from './requirement.ts';
import resource from './resource.ts';
import risk from './risk.ts';
import scope from './scope.ts';
import settings from './settings.ts';
import sheet from './sheet.ts';
import shell from './shell.ts';
import signing from './signing.ts';
import stage from './stage.ts';
import tableImport from './tableImport.ts';
import team from './team.ts';
import template from './template.ts';
import timeline from './timeline.ts';
import today from './today.ts';
import tracking from './tracking.ts';
import undo from './undo.ts';
import views from './views.ts';
import why from './why.ts';

export default {
  agreement,
  client,
  common,
  communication,
  contactImport,
  contract,
  differences,
  docAgreement,
  docContent,
  docRequirements,
  document,
  errors,
  expectation,
  export: exportTexts,
  feedback,
  ganttPrint,
  history,
  holidays,
  import: importTexts,
  model,
  mspdi,
  onboarding,
  plan,
  portfolio,
  project,
  reason,
  recurring,
  register,
  report,
  requirement,
  resource,
  risk,
  scope,
  settings,
  sheet,
  shell,
  signing,
  stage,
  tableImport,
  team,
  template,
  timeline,
  today,
  tracking,
  undo,
  views,
  why,
} as const;
