// SPDX-License-Identifier: Apache-2.0

package peers

import (
	"bufio"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
)

// fakeServer runs `lro fake-server` of these services until the end of the test, and returns its URL. The command is
// that in the environment variable LRO, else that of this checkout.
func fakeServer(t *testing.T, services ...string) string {
	t.Helper()
	lro := os.Getenv("LRO")
	if lro == "" {
		lro = "../../lro"
	}
	arguments := []string{"fake-server", "-q"}
	for _, service := range services {
		arguments = append(arguments, "--service", service)
	}
	command := exec.Command(lro, arguments...)
	command.Stderr = os.Stderr
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		command.Process.Signal(syscall.SIGTERM)
		command.Wait()
	})
	url, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("%s: no URL on stdout: %v", command, err)
	}
	return strings.TrimSpace(url)
}
