<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room learning; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer defineLogic(string|int $course, array|null $rules = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says what the learning logic of a course is.
 * @method Answer openComponent(string $component, string|int $course, string|int $learner, int|null $attempt = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Opens a component for a participant.
 * @method Answer confirm(string $component, string|int $course, string|int $learner, string|null $confirmAs = null, bool|null $revoke = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says that a component is done, or takes that back.
 * @method Answer receiveResult(string $component, string|int $course, string|int $learner, string $status, int|null $attempt = null, string|int|null $percent = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) What became of a component in the LMS.
 * @method Answer whatIsOpen(string|int $course, string|int $learner, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) What each component is to a participant.
 * @method Answer overview(string|int $course, array $learners, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) How far many participants have come.
 * @method Answer preview(string|int $course, \DateTimeInterface|string|null $enrolledAt = null, array|null $steps = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) What a course would be to somebody who does these things.
 * @method Answer updateComponents(array $courses, bool|null $automatic = null, bool|null $ignoreFutureRevision = null, array|null $media = null, string|null $scope = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Brings components of courses to the newest versions of their media.
 * @method Answer prepareSignature(string|int $course, string|int $learner, bool|null $passed = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Prepares what a participant is to sign.
 * @method Answer sign(string|int $course, string|int $learner, string $prepared, string $token, bool|null $passed = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Concludes a course with a digital signature.
 * @method Answer sendComponentNotices(string|int $course, \DateTimeInterface|string|null $since = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Tells participants which components have opened, and what has become due by days.
 * @method Answer judgeAnew(string|int $course, string|int $learner, string $reason, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Judges a participant's whole way anew.
 * @method Answer followSets(string|int $enrolment, bool|null $above = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Looks at what the course sets of a place have become.
 */
final readonly class LearningRoom extends Room
{
}
