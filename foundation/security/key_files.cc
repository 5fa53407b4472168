#include "foundation/security/key_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>

#include "foundation/security/p256_key.h"

namespace voronka::security {
namespace {

class NewFile {
 public:
  NewFile(const std::filesystem::path& path, mode_t mode)
      : path_(path), descriptor_(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)) {
    if (descriptor_ < 0) Fail();
  }
  ~NewFile() { close(descriptor_); }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  void Write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t written = write(descriptor_, text.data(), text.size());
      if (written < 0) Fail();
      text.remove_prefix(static_cast<size_t>(written));
    }
  }

 private:
  [[noreturn]] void Fail() const { throw std::system_error(errno, std::generic_category(), path_.string()); }

  const std::filesystem::path path_;
  const int descriptor_;
};

}  // namespace

void GenerateKeyPair(const std::filesystem::path& private_key, const std::filesystem::path& public_key) {
  const P256PrivateKey key = P256PrivateKey::Generate();
  NewFile(private_key, 0600).Write(key.PrivatePem());
  NewFile(public_key, 0644).Write(key.PublicPem());
}

}  // namespace voronka::security
