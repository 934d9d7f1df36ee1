<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room access; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer defineAdministrator(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 * @method Answer setClearances(string|int|null $course = null, string|int|null $courseTemplate = null, string|int|null $courseType = null, array|null $grants = null, string|int|null $learner = null, string|int|null $location = null, string|int|null $provider = null, string|int|null $tutor = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says who may do what to an object.
 * @method Answer defineDefaultClearances(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 */
final readonly class AccessRoom extends Room
{
}
