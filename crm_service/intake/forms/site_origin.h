#pragma once

#include <optional>
#include <string>

namespace voronka::crm {

// A site's origin as browsers send it: `https://Магазин.рф:443/` gives `https://xn--80aairftm.xn--p1ai`. Scheme and
// host are in lower case, the host is in ASCII, and the scheme's default port is left out. Nothing: the text is not the
// origin of a site, for example because it has a path or no scheme.
std::optional<std::string> SiteOrigin(const std::string& text);

// The address of a page with its host in ASCII, as programs that follow a redirect need it: they do not know
// `https://кабель-опт.рф/спасибо`. Other addresses, and what is none, stay as they are.
std::string WithAsciiHost(const std::string& url);

}  // namespace voronka::crm
