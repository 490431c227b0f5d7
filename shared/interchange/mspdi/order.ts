import { elementOrder } from './elements.ts';

/**
 * The order in which Microsoft Project writes the children of each record. The schema is made of sequences, so a
 * strict reader wants it kept. Taken from files of Project 2003 to 365; names that only newer versions know stand
 * where those put them.
 */
export const PROJECT_ORDER = elementOrder(
  `SaveVersion BuildNumber UID Name GUID Title Subject Category Company Manager Author CreationDate Revision
   LastSaved ScheduleFromStart StartDate FinishDate FYStartDate CriticalSlackLimit CurrencyDigits CurrencySymbol
   CurrencyCode CurrencySymbolPosition CalendarUID BaselineCalendar DefaultStartTime DefaultFinishTime
   MinutesPerDay MinutesPerWeek DaysPerMonth DefaultTaskType DefaultFixedCostAccrual DefaultStandardRate
   DefaultOvertimeRate DurationFormat WorkFormat EditableActualCosts HonorConstraints EarnedValueMethod
   InsertedProjectsLikeSummary MultipleCriticalPaths NewTasksEffortDriven NewTasksEstimated
   SplitsInProgressTasks SpreadActualCost SpreadPercentComplete TaskUpdatesResource FiscalYearStart WeekStartDay
   MoveCompletedEndsBack MoveRemainingStartsBack MoveRemainingStartsForward MoveCompletedEndsForward
   BaselineForEarnedValue AutoAddNewResourcesAndTasks StatusDate CurrentDate MicrosoftProjectServerURL Autolink
   NewTaskStartDate NewTasksAreManual DefaultTaskEVMethod ProjectExternallyEdited ExtendedCreationDate
   ActualsInSync RemoveFileProperties AdminProject UpdateManuallyScheduledTasksWhenEditingLinks
   KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled SprintLength AgileMode Views Filters Groups Tables Maps
   Reports Drawings DataLinks VBAProjects OutlineCodes WBSMasks ExtendedAttributes Calendars Tasks Resources
   Assignments BoardColumns Sprints`,
);

export const TASK_ORDER = elementOrder(
  `UID GUID ID Name Active Manual Type IsNull CreateDate Contact WBS WBSLevel OutlineNumber OutlineLevel Priority
   StartText FinishText DurationText Start Finish Duration ManualStart ManualFinish ManualDuration DurationFormat
   FreeformDurationFormat Work Stop Resume ResumeValid EffortDriven Recurring OverAllocated Estimated Milestone
   Summary DisplayAsSummary Critical IsSubproject IsSubprojectReadOnly SubprojectName ExternalTask
   ExternalTaskProject EarlyStart EarlyFinish LateStart LateFinish StartVariance FinishVariance WorkVariance
   FreeSlack TotalSlack StartSlack FinishSlack FixedCost FixedCostAccrual PercentComplete PercentWorkComplete
   Cost OvertimeCost OvertimeWork ActualStart ActualFinish ActualDuration ActualCost ActualOvertimeCost
   ActualWork ActualOvertimeWork RegularWork RemainingDuration RemainingCost RemainingWork RemainingOvertimeCost
   RemainingOvertimeWork ACWP CV ConstraintType CalendarUID ConstraintDate Deadline LevelAssignments
   LevelingCanSplit LevelingDelay LevelingDelayFormat PreLeveledStart PreLeveledFinish Hyperlink
   HyperlinkAddress HyperlinkSubAddress IgnoreResourceCalendar Notes HideBar Rollup BCWS BCWP
   PhysicalPercentComplete EarnedValueMethod PredecessorLink ActualWorkProtected ActualOvertimeWorkProtected
   IsPublished StatusManager CommitmentStart CommitmentFinish CommitmentType ExtendedAttribute Baseline
   OutlineCode BoardStatusColumnOrderingID SprintColumnOrderingID NextAvailableBoardStatusColumnOrderingID
   NextAvailableSprintOrderingID SprintUID BoardColumnUID TimephasedData`,
);

export const LINK_ORDER = elementOrder('PredecessorUID Type CrossProject CrossProjectName LinkLag LagFormat');

export const FIELD_VALUE_ORDER = elementOrder('UID FieldID Value ValueID ValueGUID DurationFormat');

export const BASELINE_ORDER = elementOrder(
  'Number Interim Start Finish Duration DurationFormat EstimatedDuration Work Cost BCWS BCWP FixedCost TimephasedData',
);

export const RESOURCE_ORDER = elementOrder(
  `UID GUID ID Name Type IsNull Initials Phonetics NTAccount MaterialLabel Code Group WorkGroup EmailAddress
   Hyperlink HyperlinkAddress HyperlinkSubAddress MaxUnits PeakUnits OverAllocated AvailableFrom AvailableTo Start
   Finish CanLevel AccrueAt Work RegularWork OvertimeWork ActualWork RemainingWork ActualOvertimeWork
   RemainingOvertimeWork PercentWorkComplete StandardRate StandardRateFormat Cost OvertimeRate OvertimeRateFormat
   OvertimeCost CostPerUse ActualCost ActualOvertimeCost RemainingCost RemainingOvertimeCost WorkVariance
   CostVariance SV CV ACWP CalendarUID Notes BCWS BCWP IsGeneric IsInactive IsEnterprise BookingType
   ActualWorkProtected ActualOvertimeWorkProtected ActiveDirectoryGUID CreationDate IsCostResource AssnOwner
   AssnOwnerGuid IsBudget ExtendedAttribute Baseline OutlineCode AvailabilityPeriods Rates TimephasedData`,
);

export const ASSIGNMENT_ORDER = elementOrder(
  `UID GUID TaskUID ResourceUID PercentWorkComplete ActualCost ActualFinish ActualOvertimeCost ActualOvertimeWork
   ActualStart ActualWork ACWP Confirmed Cost CostRateTable RateScale CostVariance CV Delay Finish FinishVariance
   Hyperlink HyperlinkAddress HyperlinkSubAddress WorkVariance HasFixedRateUnits FixedMaterial LevelingDelay
   LevelingDelayFormat LinkedFields Milestone Notes Overallocated OvertimeCost OvertimeWork PeakUnits RegularWork
   RemainingCost RemainingOvertimeCost RemainingOvertimeWork RemainingWork ResponsePending Start Stop Resume
   StartVariance Summary SV Units UpdateNeeded VAC Work WorkContour BCWS BCWP BookingType ActualWorkProtected
   ActualOvertimeWorkProtected CreationDate AssnOwner AssnOwnerGuid BudgetCost BudgetWork ExtendedAttribute
   f404066 EnterpriseExtendedAttribute Baseline TimephasedData`,
);

export const CALENDAR_ORDER = elementOrder(
  'UID GUID Name IsBaseCalendar IsBaselineCalendar BaseCalendarUID WeekDays Exceptions WorkWeeks',
);

export const WEEK_DAY_ORDER = elementOrder('DayType DayWorking TimePeriod WorkingTimes');

export const EXCEPTION_ORDER = elementOrder(
  `EnteredByOccurrences TimePeriod Occurrences Name Type Period DaysOfWeek MonthItem MonthPosition Month MonthDay
   DayWorking WorkingTimes`,
);

export const FIELD_DEFINITION_ORDER = elementOrder(
  `FieldID FieldName CFType ElemType MaxMultiValues UserDef Alias Ltuid Guid SecondaryPID SecondaryGuid
   AutoRollDown DefaultGuid PhoneticAlias RollupType CalculationType Formula RestrictValues
   ValuelistSortOrder AppendNewValues Default ValueList`,
);
