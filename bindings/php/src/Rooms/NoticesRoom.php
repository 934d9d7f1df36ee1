<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room notices; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer defineNotice(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 * @method Answer ofCourse(string|int $course, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Which notices a course has, and who says so.
 * @method Answer send(string|int $course, string $notice, string|int|null $learner = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Sends a notice of a course by hand.
 * @method Answer sendAgain(string|int $message, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Sends a message again.
 */
final readonly class NoticesRoom extends Room
{
}
