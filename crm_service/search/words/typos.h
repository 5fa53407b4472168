#pragma once

#include <string>
#include <vector>

namespace voronka::crm {

// A typo: a letter too many, too few or wrong, or two that have changed places. Pure.

// Whether a typo in such a word is forgiven: it consists of letters, at least 5 of them.
bool MayHaveTypo(const std::string& word);

// The word, and what is left of it without one of its letters. Two words that are a typo apart have one of these in
// common. Nothing if no typo is forgiven in it. At most 33.
std::vector<std::string> Spellings(const std::string& word);

// The same word, or one that is a typo away.
bool IsATypoAway(const std::string& word, const std::string& other);

}  // namespace voronka::crm
