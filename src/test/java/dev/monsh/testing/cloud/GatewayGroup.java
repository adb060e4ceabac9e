package dev.monsh.testing.cloud;

import java.nio.file.Path;

/** The security group of a gateway in an EC2 that moto plays, for tests in the same process. */
public final class GatewayGroup implements AutoCloseable {

    private static final String KEY = "aws.accessKeyId";
    private static final String SECRET = "aws.secretAccessKey";

    private final CloudLab cloud;
    private final String id;

    private GatewayGroup(CloudLab cloud, String id) {
        this.cloud = cloud;
        this.id = id;
    }

    /** Starts the EC2 and makes the group, without a rule for anybody. */
    public static GatewayGroup start(Path folder) {
        System.setProperty(KEY, "test");
        System.setProperty(SECRET, "test");
        CloudLab cloud = CloudLab.start(folder);
        String id = Moto.texts(
                        cloud.moto().call("CreateSecurityGroup", "GroupName", "gw", "GroupDescription", "gateway"),
                        "groupId")
                .getFirst();
        return new GatewayGroup(cloud, id);
    }

    public String id() {
        return id;
    }

    public StrictEc2 ec2() {
        return cloud.ec2();
    }

    /** Returns the line of monsh's configuration that leads here. */
    public String configuration() {
        return "aws: {region: us-east-1, security_group: " + id + ", endpoint: \"" + ec2().url() + "\"}\n";
    }

    /** Returns whether a rule begins with this port. */
    public boolean isOpen(int port) {
        return Moto.texts(
                        cloud.moto()
                                .call(
                                        "DescribeSecurityGroupRules",
                                        "Filter.1.Name",
                                        "group-id",
                                        "Filter.1.Value.1",
                                        id),
                        "fromPort")
                .contains(String.valueOf(port));
    }

    @Override
    public void close() {
        cloud.close();
        System.clearProperty(KEY);
        System.clearProperty(SECRET);
    }
}
