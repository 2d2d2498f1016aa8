"""Makes the sounds: `python packaging/sounds.py` writes them into resources/sounds.

Those of the check-in desk are told apart without listening closely: *in* rises, *again* is one note struck
twice, *stop* is low and falls. So are the bells of the stage: *soon* is one high stroke, *end* two strokes that
fall and ring long, *over* two dull knocks.
"""

from __future__ import annotations

import math
import struct
import wave
from pathlib import Path

RATE = 22_050
FOLDER = Path(__file__).resolve().parent.parent / "resources" / "sounds"
#: {name: notes}; a note is (hertz, seconds after the beginning, how long it rings in seconds).
SOUNDS = {
    "in": ((659.3, 0.0, 0.22), (987.8, 0.09, 0.36)),
    "again": ((740.0, 0.0, 0.13), (740.0, 0.17, 0.26)),
    "stop": ((293.7, 0.0, 0.30), (196.0, 0.18, 0.46)),
}
#: A bell is struck and rings on in partials that are no whole multiples; the same notes as above.
BELLS = {
    "bell-soon": ((1046.5, 0.0, 1.3),),
    "bell-end": ((784.0, 0.0, 1.1), (587.3, 0.34, 1.5)),
    "bell-over": ((392.0, 0.0, 0.35), (392.0, 0.22, 0.5)),
}
#: (multiple of the note, how loud, how much faster it dies away).
_PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.5, 1.4), (2.76, 0.35, 1.9), (5.4, 0.16, 3.2))
#: Softer than the system's own sounds: these are heard a hundred times an hour.
_LOUDNESS = 0.30
_ATTACK = 0.008


def main() -> None:
    """Write every sound anew."""
    for name, notes in {**SOUNDS, **BELLS}.items():
        with wave.open(str(FOLDER / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            made = samples(notes, bell=name in BELLS)
            file.writeframes(b"".join(struct.pack("<h", round(32_767 * sample)) for sample in made))


def samples(notes: tuple[tuple[float, float, float], ...], *, bell: bool = False) -> list[float]:
    """The notes together, -1 to 1, RATE of them a second."""
    length = max(begin + rings for _hertz, begin, rings in notes)
    mixed = [0.0] * round(length * RATE)
    for hertz, begin, rings in notes:
        first = round(begin * RATE)
        for number in range(min(round(rings * RATE), len(mixed) - first)):
            at = number / RATE
            tone = _bell(hertz, at, rings) if bell else _tone(hertz, at)
            mixed[first + number] += _LOUDNESS * _swell(at, rings) * tone
    return [max(-1.0, min(1.0, sample)) for sample in mixed]


def _tone(hertz: float, at: float) -> float:
    """A soft, wooden tone: the octave rings along quietly."""
    turn = 2 * math.pi * hertz * at
    return (math.sin(turn) + 0.25 * math.sin(2 * turn) + 0.06 * math.sin(3 * turn)) / 1.31


def _bell(hertz: float, at: float, rings: float) -> float:
    """A struck bell: the higher a partial, the sooner it is gone. Louder than at the desk: a hall hears it."""
    whole = sum(
        loud * math.exp(-3 * (faster - 1) * at / rings) * math.sin(2 * math.pi * hertz * multiple * at)
        for multiple, loud, faster in _PARTIALS
    )
    return 1.6 * whole / sum(loud for _multiple, loud, _faster in _PARTIALS)


def _swell(at: float, rings: float) -> float:
    """Up in a few milliseconds, then dying away to nothing, so that nothing clicks."""
    return min(1.0, at / _ATTACK) * math.exp(-5 * at / rings) * min(1.0, (rings - at) / 0.02)


if __name__ == "__main__":
    main()
