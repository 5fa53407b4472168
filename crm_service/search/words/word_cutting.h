#pragma once

#include <string>
#include <vector>

namespace voronka::crm {

// A part of a text, in UTF-16 code units: the first, and the one after the last.
struct Span {
  int begin;
  int end;
};

// A word of a text in the form in which words are compared: without case, ё as е, at most 32 characters.
struct CutWord {
  std::string word;
  Span span;
};

// Words are runs of letters and digits: `ivan.petrov@mail.ru` is four of them. Pure.
std::vector<CutWord> CutWords(const std::string& text);

}  // namespace voronka::crm
