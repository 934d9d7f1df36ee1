<?php

/**
 * Erasing a person: verb and session in one call.
 */

declare(strict_types=1);

namespace Provost\Tests;

use Provost\Exception\InvalidException;

final class EraseTest extends TestCase
{
    public function testAPersonIsErasedAndTheFileForgets(): void
    {
        $folder = $this->folder();
        $engine = Story::engine("$folder/term.db");
        $learner = ['login' => 'xaviera', 'family_name' => 'Quillfeather'] + Story::learner('xaviera', 'X1');
        $id = $engine->define('learner', $learner)->id;
        $this->assertContains('Quillfeather', $this->everythingIn($folder));
        $this->assertTrue($engine->erase('xaviera', 'requested', planOnly: true)->approval !== '');
        $answer = $engine->erase('xaviera', 'requested');
        $this->assertSame(['accepted', $id], [$answer->verdict, $answer->id]);
        foreach (['xaviera', 'Quillfeather'] as $value) {
            $this->assertTrue(!str_contains($this->everythingIn($folder), $value), "$value is still there");
        }
        $this->assertSame([], iterator_to_array($engine->find('learner', 'login', ['xaviera'])));
        $this->assertSame("erased-$id", $engine->get('learner', $id)['login']);
        $this->assertSame('unchanged', $engine->erase($id, 'requested')->verdict);
        $this->assertTrue($engine->verify()->clean());
        $this->assertSame('Ana', $engine->find('learner', 'login', ['ana'])->current()['family_name']);
    }

    public function testWhoHasAPlaceIsNotErased(): void
    {
        $engine = Story::engine();
        $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        $answer = $engine->erase('ana', 'mistaken');
        $this->assertSame(['refused', 'learner.has-place'], [$answer->verdict, $answer->code]);
        $this->assertSame([], iterator_to_array($engine->find('run')));
        $none = fn () => $engine->erase('ana', 'none');
        $this->assertThrows(InvalidException::class, 'choice.unknown', $none);
    }

    public function testWhoeverMayNotEndItErasesNothing(): void
    {
        $engine = Story::engine();
        $engine->run(['verb' => 'access.define_administrator', 'record' => ['login' => 'clerk']]);
        $grants = [['holder' => 'user', 'name' => 'clerk', 'rights' => ['DELETE']]];
        $engine->run(['verb' => 'access.set_clearances', 'learner' => 'ana', 'grants' => $grants]);
        $erase = fn () => $engine->erase('ana', 'requested', actor: 'clerk');
        $this->assertThrows(InvalidException::class, 'right.missing', $erase);
        $this->assertSame(1, count(iterator_to_array($engine->find('learner', 'login', ['ana']))));
    }

    private function everythingIn(string $folder): string
    {
        return implode('', array_map(file_get_contents(...), glob("$folder/*")));
    }
}
