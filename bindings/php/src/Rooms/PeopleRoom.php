<?php

/**
 * Made by make_rooms from the verbs of the library; do not edit.
 */

declare(strict_types=1);

namespace Provost\Rooms;

use Provost\Answer;
use Provost\Room;

/**
 * The verbs of the room people; docs/verbs.md tells what they do. Arguments are named. Since 0.1.
 *
 * @method Answer defineLearner(string $birthDate, string $clientId, string $familyName, string $login, string|null $email = null, string|null $firstName = null, string|null $gender = null, string|null $language = null, string|null $phone = null, string|null $postcode = null, string|null $usi = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Registers a learner, or brings the record up to date.
 * @method Answer describeClient(string|int $learner, bool|null $atSchool = null, string|null $countryOfBirth = null, array|null $disabilities = null, bool|null $disability = null, string|null $emailAlternative = null, string|null $highestSchoolLevel = null, string|null $indigenousStatus = null, string|null $labourForceStatus = null, string|null $language = null, string|null $mobile = null, array|null $postal = null, bool|null $priorEducation = null, array|null $priorEducations = null, array|null $residence = null, string|null $spokenEnglish = null, string|null $surveyContactStatus = null, string|null $telephoneWork = null, string|null $title = null, int|null $yearOfSchoolLevel = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Tells what statutory files say of a learner.
 * @method Answer eraseLearner(string|int $learner, string $reason, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Takes a learner's personal values out of the record; the session erase takes them out of the journal.
 * @method Answer markLearner(string|int $learner, bool|null $privacy = null, string|null $specialRequirements = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says what has to be minded about a learner.
 * @method Answer inactivateLearner(string|int $learner, string $reason, string|null $note = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a learner inactive.
 * @method Answer reactivateLearner(string|int $learner, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Makes a learner active again.
 * @method Answer defineGroup(string $group, string $name, bool|null $inheritParents = null, array|null $members = null, string|int|null $parent = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Defines a group of learners, or updates it.
 * @method Answer stateFact(string $about, string $kind, string|int $learner, string|null $fromOn = null, bool|null $holds = null, int|null $level = null, string|null $untilOn = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Tells a fact about a learner.
 * @method Answer defineSupervision(string|int $learner, array|null $supervisors = null, string|null $actor = null, \DateTimeInterface|string|null $effective = null, \DateTimeInterface|string|null $recorded = null, string|null $detail = null, bool|null $planOnly = null, string|null $approval = null, string|null $key = null, string|null $trigger = null, array|null $ids = null) Says who supervises a learner.
 */
final readonly class PeopleRoom extends Room
{
}
