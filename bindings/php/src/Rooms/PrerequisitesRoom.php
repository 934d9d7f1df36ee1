<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room prerequisites; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer definePrerequisites(array|null $bundles = null, string|int|null $course = null, string|int|null $courseTemplate = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says what the prerequisites of a course or a template are.
 * @method Answer requireSubject(string|int $courseTemplate, string $subject, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Adds a subject to the prerequisites of a template.
 */
final readonly class PrerequisitesRoom extends Room
{
}
