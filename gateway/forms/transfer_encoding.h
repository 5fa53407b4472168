#pragma once

#include <string>
#include <string_view>

namespace voronka::gateway {

// Decodes the content of a part by its `content-transfer-encoding`: base64 or quoted-printable, regardless of case.
// Other content stays as it is.
std::string TransferDecoded(std::string_view content, std::string_view encoding);

// A name with its words as `=?utf-8?B?0LjQvNGP?=`, as .NET writes them, in UTF-8.
std::string WordsDecoded(std::string_view name);

}  // namespace voronka::gateway
