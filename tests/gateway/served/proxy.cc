#include "tests/gateway/served/proxy.h"

#include <fstream>

#include "foundation/process/read_file.h"
#include "tests/gateway/served/curl.h"
#include "tests/support/free_port.h"
#include "tests/support/programs.h"

namespace voronka::testing {
namespace {

// How long HAProxy tolerates silence beyond the 20 s after which a stream sends a bookmark.
constexpr char kIdleLimit[] = "25s";

// In the format that HAProxy reads.
std::string InOneFile(const Authority::Signed& certificate, const std::filesystem::path& file) {
  std::ofstream(file) << process::ReadFile(certificate.certificate) << process::ReadFile(certificate.key);
  return file;
}

}  // namespace

Proxy::Proxy(System& system) : authority_(janitor_.folder(), "authority") {
  const std::string listen = FreeAddress();
  const std::string pem = InOneFile(authority_.Sign("public"), janitor_.folder() / "public.pem");
  auto command = InEnvironment(
      {"VORONKA_PUBLIC=" + listen, "VORONKA_CERTIFICATE=" + pem, std::string("VORONKA_IDLE_LIMIT=") + kIdleLimit,
       "VORONKA_CRM=" + system.crm().address(), "VORONKA_DISTRIBUTION=" + system.distribution().address(),
       "VORONKA_NOTIFIER=" + system.notifier().address(), "VORONKA_GATEWAY=" + system.gateway().address()},
      {"/usr/sbin/haproxy", "-db", "-f", VORONKA_HAPROXY_CONFIGURATION});
  process_ = std::make_unique<Process>(
      std::move(command), listen, janitor_.folder() / "haproxy.log",
      [this](const std::string& address) { return Curl(address, ca_file()).Get("/readyz").status == 200; });
  process_->Start();
  process_->WaitServing();
  client::Endpoints endpoints;
  for (auto& [service, address] : endpoints.addresses) address = listen;
  endpoints.tls.set_ca_file(ca_file());
  channels_ = std::make_unique<client::Channels>(endpoints);
}

}  // namespace voronka::testing
