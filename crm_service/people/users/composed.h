#pragma once

#include <string>

namespace voronka::crm {

// The text with each letter in one piece where Unicode has one (NFC): some keyboards send «й» as «и» and a breve.
// `text` is valid UTF-8.
std::string Composed(const std::string& text);

}  // namespace voronka::crm
