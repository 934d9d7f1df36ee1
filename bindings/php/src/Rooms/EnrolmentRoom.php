<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room enrolment; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer enrolInProgram(string|int $learner, string|int $program, string|null $commencedOn = null, string|int|null $location = null, string|null $programName = null, string|null $target = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Enrols a learner in a program.
 * @method Answer describeTraining(string|int $learner, string|int $program, string|null $apprenticeshipClient = null, string|null $contractSchedule = null, string|null $feeExemption = null, string|null $fundingSource = null, string|null $reason = null, string|null $schoolType = null, string|null $specificFunding = null, string|null $stateFunding = null, string|null $studyReason = null, string|null $trainingContract = null, int|null $tuitionFee = null, bool|null $vetInSchools = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Tells what statutory files say of the activities of a program enrolment.
 * @method Answer recordAchievement(string $achievedOn, string|int $learner, string $outcome, string|int $subject, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Records what a learner achieved before or elsewhere.
 */
final readonly class EnrolmentRoom extends Room
{
}
