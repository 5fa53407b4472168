#pragma once

#include <string>

namespace voronka::rpc {

// The text with the characters that HTML writes as `&#039;`, `&amp;` or `&nbsp;` in their place. Programs of sites
// write texts of clients so, once; what is left after that (`&amp;amp;` becomes `&amp;`) was typed. Tags stay as they
// are, and so does what stands for no character that a text may hold.
std::string WithoutEntities(const std::string& text);

}  // namespace voronka::rpc
