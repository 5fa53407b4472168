#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "foundation/storage/connection.h"
#include "foundation/storage/errors.h"
#include "tests/support/database.h"
#include "tests/support/programs.h"

namespace voronka::storage {
namespace {

using voronka::testing::PrivateMariaDb;

int FreePort() {
  const int probe = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof(address);
  EXPECT_EQ(bind(probe, reinterpret_cast<sockaddr*>(&address), length), 0);
  EXPECT_EQ(getsockname(probe, reinterpret_cast<sockaddr*>(&address), &length), 0);
  close(probe);
  return ntohs(address.sin_port);
}

class EncryptedConnections : public ::testing::Test {
 protected:
  EncryptedConnections() {
    std::string name = (std::filesystem::temp_directory_path() / "voronka-certificates-XXXXXX").string();
    folder_ = mkdtemp(name.data());
    SignYourself("server");
    SignYourself("stranger");
  }
  ~EncryptedConnections() override { std::filesystem::remove_all(folder_); }

  std::string File(const std::string& name) const { return folder_ / name; }

  void SignYourself(const std::string& name) {
    const pid_t openssl = voronka::testing::StartProgram(
        {"openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj",
         "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", File(name + ".key"), "-out",
         File(name + ".pem")},
        File("openssl.log"));
    EXPECT_EQ(voronka::testing::AwaitProgram(openssl), 0);
  }

  std::vector<std::string> OnTcp(std::vector<std::string> options) const {
    options.insert(options.end(),
                   {"--skip-networking=0", "--bind-address=127.0.0.1", "--port=" + std::to_string(port_)});
    return options;
  }

  std::vector<std::string> Encrypting() const {
    return OnTcp({"--ssl-cert=" + File("server.pem"), "--ssl-key=" + File("server.key")});
  }

  // A connection over TCP, as a user who may connect that way.
  config::v1::Database Verifying(PrivateMariaDb& server, const std::string& ca_file) const {
    Connection admin(server.Server());
    admin.ExecuteUnprepared("CREATE USER IF NOT EXISTS remote@'127.0.0.1'");
    config::v1::Database database;
    database.set_host("127.0.0.1");
    database.set_port(port_);
    database.set_user("remote");
    database.set_ca_file(ca_file);
    return database;
  }

  const int port_ = FreePort();
  std::filesystem::path folder_;
};

TEST_F(EncryptedConnections, AreEncrypted) {
  PrivateMariaDb server(Encrypting());
  Connection db(Verifying(server, File("server.pem")));
  EXPECT_NE(db.Query("SHOW STATUS LIKE 'Ssl_cipher'").at(0).Text(1), "");
}

TEST_F(EncryptedConnections, RefuseAnUnverifiedServer) {
  PrivateMariaDb server(Encrypting());
  Connection db(Verifying(server, File("stranger.pem")));
  EXPECT_THROW(db.Query("SELECT 1"), DatabaseError);
}

TEST_F(EncryptedConnections, RefuseAClearTextServer) {
  PrivateMariaDb server(OnTcp({"--skip-ssl"}));
  Connection db(Verifying(server, File("server.pem")));
  EXPECT_ANY_THROW(db.Query("SELECT 1"));
  config::v1::Database clear = Verifying(server, "");
  EXPECT_EQ(Connection(clear).Query("SELECT 1").at(0).Int(0), 1);
}

}  // namespace
}  // namespace voronka::storage
