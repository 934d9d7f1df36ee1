<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room organisation; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer defineProvider(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 * @method Answer defineLocation(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 * @method Answer defineReporting(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 * @method Answer defineRegistrationProcess(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 * @method Answer defineCredentials(array|null $record = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a record, or brings it up to date.
 */
final readonly class OrganisationRoom extends Room
{
}
