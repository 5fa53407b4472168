#include "crm_service/search/documents/search_document.h"

#include <utility>

#include "crm_service/search/words/phone_words.h"
#include "crm_service/search/words/word_cutting.h"

namespace voronka::crm {
namespace {

constexpr size_t kMostWords = 400;

std::vector<std::string> WordsOfText(const SearchText& text) {
  if (text.is_phone) return PhoneWords(text.text);
  std::vector<std::string> words;
  for (auto& [word, span] : CutWords(text.text)) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::set<std::string> IndexWords(const SearchDocument& document) {
  std::set<std::string> words;
  for (const auto& text : document.texts) {
    for (auto& word : WordsOfText(text)) {
      if (words.size() == kMostWords) return words;
      words.insert(std::move(word));
    }
  }
  return words;
}

}  // namespace voronka::crm
