<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room reporting; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer markSent(int $collectionYear, string $release, string $submission, string $submittedOn, string $target, array|null $activities = null, array|null $completions = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says that a submission was sent, and what it said.
 * @method Answer leaveOut(int|null $activity = null, int|null $programEnrolment = null, bool|null $reported = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Keeps an activity or a program out of statutory files.
 */
final readonly class ReportingRoom extends Room
{
}
