package charset

import "golang.org/x/text/encoding/charmap"

// KZ-1048 (STRK1048-2002) is windows-1251 with the letters of other Slavic alphabets
// given up for Kazakh ones. x/text does not have it. The table is the registration's
// (https://www.iana.org/assignments/charset-reg/KZ-1048). The weights say how common
// each reading of the byte is: the Kazakh letter in Kazakh text, the letter of
// windows-1251 in Ukrainian, Belarusian and Serbian text, in parts of ten thousand.
var kz1048 = [...]struct {
	code          byte
	letter        rune // in KZ-1048
	kazakh        int  // weight of letter
	windows       rune // in windows-1251
	windowsWeight int
}{
	{0x8D, 'Қ', 40, 'Ќ', 1},
	{0x8E, 'Һ', 1, 'Ћ', 1},
	{0x9D, 'қ', 260, 'ќ', 1},
	{0x9E, 'һ', 3, 'ћ', 10},
	{0xA1, 'Ұ', 4, 'Ў', 1},
	{0xA2, 'ұ', 70, 'ў', 100},
	{0xA3, 'Ә', 12, 'Ј', 5},
	{0xA5, 'Ө', 5, 'Ґ', 1},
	{0xAA, 'Ғ', 2, 'Є', 8},
	{0xAF, 'Ү', 5, 'Ї', 2},
	{0xB4, 'ө', 75, 'ґ', 2},
	{0xBA, 'ғ', 130, 'є', 60},
	{0xBC, 'ә', 120, 'ј', 60},
	{0xBD, 'Ң', 1, 'Ѕ', 1},
	{0xBE, 'ң', 110, 'ѕ', 1},
	{0xBF, 'ү', 90, 'ї', 70},
}

// decodeKZ1048 reads bytes as KZ-1048; an undefined byte becomes U+FFFD.
func decodeKZ1048(data []byte) string {
	return decodeLike1251(data, func(table []rune) {
		for _, l := range kz1048 {
			table[l.code] = l.letter
		}
	})
}

// pt154 are the bytes from 0x80 to 0xBF in PTCP154, an older charset for the Cyrillic
// letters of Asia; the others are those of windows-1251. x/text does not have it either
// (https://www.iana.org/assignments/charset-reg/PTCP154).
const pt154 = "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u00a0ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝ"

func decodePT154(data []byte) string {
	return decodeLike1251(data, func(table []rune) { copy(table[0x80:], []rune(pt154)) })
}

// decodeLike1251 reads bytes by the table of windows-1251 with changes.
func decodeLike1251(data []byte, change func(table []rune)) string {
	table := make([]rune, 256)
	for i := range table {
		table[i] = charmap.Windows1251.DecodeByte(byte(i))
	}
	change(table)
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = table[b]
	}
	return string(runes)
}
